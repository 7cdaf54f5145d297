import EventModel

/// The difference of two texts in the unified form, which `git apply` and `patch` take.
package struct UnifiedDiff {
  /// Lines around a change that are shown.
  private static let context = 3

  private let difference: LineDifference

  /// The difference from one text to another.
  package init(from old: [UInt8], to new: [UInt8]) {
    difference = LineDifference(from: old, to: new)
  }

  private var old: [ArraySlice<UInt8>] { difference.old }
  private var changes: [LineDifference.Change] { difference.changes }

  /// Whether the texts are the same.
  package var isEmpty: Bool { changes.isEmpty }

  /// Writes the difference of a file, nothing where there is none.
  package func write(path: String, into buffer: inout OutputBuffer) {
    guard !isEmpty else { return }
    let place = Self.relative(path)
    buffer.append(text: Text("--- \(Self.name("a/" + place))\n"))
    buffer.append(text: Text("+++ \(Self.name("b/" + place))\n"))
    var first = 0
    while first < changes.count {
      var last = first
      // Changes whose context would meet share a hunk.
      while last + 1 < changes.count,
        changes[last + 1].old.lowerBound - changes[last].old.upperBound <= 2 * Self.context
      {
        last += 1
      }
      writeHunk(first...last, into: &buffer)
      first = last + 1
    }
  }

  private func writeHunk(_ run: ClosedRange<Int>, into buffer: inout OutputBuffer) {
    let (first, last) = (changes[run.lowerBound], changes[run.upperBound])
    let before = min(Self.context, first.old.lowerBound)
    let after = min(Self.context, old.count - last.old.upperBound)
    let oldRange = first.old.lowerBound - before..<last.old.upperBound + after
    let newRange = first.new.lowerBound - before..<last.new.upperBound + after
    buffer.append(
      text: Text("@@ -\(Self.extent(oldRange)) +\(Self.extent(newRange)) @@\n"))
    var position = oldRange.lowerBound
    for change in changes[run] {
      for line in old[position..<change.old.lowerBound] { write(" ", line, into: &buffer) }
      for line in old[change.old] { write("-", line, into: &buffer) }
      for line in difference.new[change.new] { write("+", line, into: &buffer) }
      position = change.old.upperBound
    }
    for line in old[position..<oldRange.upperBound] { write(" ", line, into: &buffer) }
  }

  private func write(
    _ mark: Character, _ line: ArraySlice<UInt8>, into buffer: inout OutputBuffer
  ) {
    buffer.append(text: Text(String(mark)))
    buffer.append(line.span)
    if line.last != ASCII.lineFeed { buffer.append("\n\\ No newline at end of file\n") }
  }

  /// First line and length; a range without lines names the line before it.
  private static func extent(_ range: Range<Int>) -> String {
    let start = range.isEmpty ? range.lowerBound : range.lowerBound + 1
    return range.count == 1 ? "\(start)" : "\(start),\(range.count)"
  }

  /// A path without what `git apply` would not take: `/` or `./` at its beginning.
  private static func relative(_ path: String) -> String {
    if path.hasPrefix("/") { return relative(String(path.dropFirst())) }
    return path.hasPrefix("./") ? relative(String(path.dropFirst(2))) : path
  }

  /// A path as git writes it: quoted where it holds characters that would end it.
  private static func name(_ path: String) -> String {
    let needsQuotes = path.utf8.contains {
      $0 < ASCII.space || $0 == ASCII.quote || $0 == ASCII.backslash || $0 == ASCII.delete
    }
    if !needsQuotes { return path.utf8.contains(ASCII.space) ? path + "\t" : path }
    var quoted = "\""
    for byte in path.utf8 {
      switch byte {
      case ASCII.quote: quoted += "\\\""
      case ASCII.backslash: quoted += "\\\\"
      case 0x21..<0x7F, ASCII.space: quoted.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 8)
        quoted += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      }
    }
    return quoted + "\""
  }
}
