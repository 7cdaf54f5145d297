import EventModel

/// A link of a line, as byte ranges of the line's buffer.
package struct InlineLink: Sendable {
  /// From the opening bracket to the end of the target.
  package var whole: Range<Int>
  /// Between the brackets.
  package var text: Range<Int>
  /// The target; nil for brackets without one.
  package var target: Range<Int>?
  /// The label that a definition line resolves (`[text][label]`, `[label]`).
  package var label: Range<Int>?
  /// Whether it had to be read otherwise than CommonMark would (`[text] (url)`, a missing bracket).
  package var isBroken = false

  /// A link of these ranges.
  package init(
    whole: Range<Int>, text: Range<Int>, target: Range<Int>? = nil, label: Range<Int>? = nil
  ) {
    self.whole = whole
    self.text = text
    self.target = target
    self.label = label
  }
}

/// Finds the links of a line in one pass.
///
/// Brackets are matched with a stack, so that text without a closing bracket costs no second look:
/// the time is linear in the line whatever it holds. Like CommonMark (§6.3) the inner of two nested
/// links wins. Unlike it, the slips of editors are read as what was meant: white space before the
/// target, a target without its opening or closing parenthesis.
package struct LinkScanner: Sendable {
  /// The links of the line scanned last, in its order.
  package private(set) var links: [InlineLink] = []
  private var openings: [Int] = []

  package init() {}

  /// Finds the links in a range of a buffer.
  package mutating func scan(_ buffer: [UInt8], _ range: Range<Int>) {
    links.removeAll(keepingCapacity: true)
    openings.removeAll(keepingCapacity: true)
    var offset = range.lowerBound
    while offset < range.upperBound {
      switch buffer[offset] {
      case ASCII.backslash: offset += 2
      case ASCII.leftBracket:
        openings.append(offset)
        offset += 1
      case ASCII.rightBracket: offset = close(buffer, at: offset, to: range.upperBound)
      default: offset += 1
      }
    }
  }

  /// The offset to go on from, after a closing bracket.
  private mutating func close(_ buffer: [UInt8], at offset: Int, to end: Int) -> Int {
    guard let opening = openings.popLast() else { return offset + 1 }
    var link = InlineLink(
      whole: opening..<offset + 1, text: opening + 1..<offset, target: nil, label: nil)
    let hasTarget = scanTarget(buffer, after: offset + 1, to: end, into: &link)
    if hasTarget || scanLabel(buffer, after: offset + 1, to: end, into: &link) {
      openings.removeAll(keepingCapacity: true)
      while let last = links.last, last.whole.lowerBound >= opening { links.removeLast() }
      links.append(link)
    } else if openings.isEmpty {
      // Brackets without target: a title, a label that a definition resolves, or just text. Those
      // around a link are none, for the link has emptied the stack.
      while let last = links.last, last.whole.lowerBound >= opening { links.removeLast() }
      link.label = link.text
      links.append(link)
    }
    return link.whole.upperBound
  }

  /// Reads `(target)`, `(target "title")`, ` (https://…)` and `https://…)` behind a closing bracket.
  private func scanTarget(
    _ buffer: [UInt8], after offset: Int, to end: Int, into link: inout InlineLink
  ) -> Bool {
    var start = offset
    if start < end, buffer[start] != ASCII.leftParenthesis {
      start = buffer.skippingSpaces(from: start, to: end)
      let urlStart = start < end && buffer[start] == ASCII.leftParenthesis ? start + 1 : start
      guard Self.schemes.contains(where: { buffer.hasWord($0, at: urlStart, to: end) }),
        urlStart > start || start == offset
      else { return false }
      link.isBroken = true
      if urlStart == start { start -= 1 }
    }
    guard start < end else { return false }
    let target = Self.target(buffer, from: start + 1, to: end)
    link.target = target.range
    link.whole = link.whole.lowerBound..<target.end
    if !target.isClosed { link.isBroken = true }
    return true
  }

  /// Reads `[label]` behind a closing bracket.
  private func scanLabel(
    _ buffer: [UInt8], after offset: Int, to end: Int, into link: inout InlineLink
  ) -> Bool {
    guard offset < end, buffer[offset] == ASCII.leftBracket else { return false }
    var closing = offset + 1
    // CommonMark §4.7: a label has at most 999 characters; the bound keeps the scan linear.
    let bound = min(end, offset + 1_000)
    while closing < bound, buffer[closing] != ASCII.rightBracket,
      buffer[closing] != ASCII.leftBracket
    {
      closing += 1
    }
    guard closing < bound, buffer[closing] == ASCII.rightBracket else { return false }
    // `[a][**b**](url)` are two links, not a label.
    guard closing + 1 >= end || buffer[closing + 1] != ASCII.leftParenthesis else { return false }
    link.label = closing == offset + 1 ? link.text : offset + 1..<closing
    link.whole = link.whole.lowerBound..<closing + 1
    return true
  }

  /// The target that begins behind an opening parenthesis, and where the link ends.
  private static func target(
    _ buffer: [UInt8], from start: Int, to end: Int
  ) -> (range: Range<Int>, end: Int, isClosed: Bool) {
    let first = buffer.skippingSpaces(from: start, to: end)
    if first < end, buffer[first] == ASCII.lessThan,
      let closing = buffer.firstOffset(of: ASCII.greaterThan, in: first..<end)
    {
      let after = closing + 1 < end && buffer[closing + 1] == ASCII.rightParenthesis
      return (first + 1..<closing, closing + (after ? 2 : 1), after)
    }
    var depth = 0
    var offset = first
    scan: while offset < end {
      let byte = buffer[offset]
      switch byte {
      case 0x2A..<0xC2: break  // letters and digits, which are nearly all there is
      case ASCII.leftParenthesis: depth += 1
      case ASCII.rightParenthesis:
        if depth == 0 { return (first..<offset, offset + 1, true) }
        depth -= 1
      case 0...ASCII.space, 0xC2...:
        if buffer.spaceWidth(at: offset, to: end) > 0 { break scan }
      default: break
      }
      offset += 1
    }
    // White space ends a target; a title in quotation marks or nothing may stand before the
    // parenthesis that closes the link.
    let next = buffer.skippingSpaces(from: offset, to: end)
    if next < end, buffer[next] == ASCII.rightParenthesis {
      return (first..<offset, next + 1, true)
    }
    if next < end, buffer[next] == ASCII.quotationMark,
      let quote = buffer.firstOffset(of: ASCII.quotationMark, in: next + 1..<end),
      quote + 1 < end, buffer[quote + 1] == ASCII.rightParenthesis
    {
      return (first..<offset, quote + 2, true)
    }
    return (first..<offset, offset, false)
  }

  private static let schemes = [word("https://"), word("http://"), word("www.")]
}
