package import EventModel
package import IssueReading

/// Mends what has one sure mend.
///
/// The fixes of one look that do not meet are applied together, then the text is looked at again,
/// for one mend may show what the next must be. It ends where a look brings no fix.
package struct IssueMender {
  /// What became of a file.
  package struct Result: Sendable {
    /// What was found in the file as it was.
    package var before: IssueCheck.Result
    /// What is left, with the mended text.
    package var after: IssueCheck.Result
    /// How many fixes were applied.
    package var fixCount = 0
  }

  /// So many looks suffice for all that was ever seen: each rule's fixes meet few others.
  private static let mostLooks = 50

  /// So many bytes are looked at, and a file of any size twice: fifty looks at an issue are 2 MB.
  private static let mostBytes = 20_000_000

  private var check: IssueCheck

  /// A mender that goes by a check's rules.
  package init(_ check: IssueCheck) { self.check = check }

  /// Mends a file.
  ///
  /// - Parameters:
  ///   - bytes: The file's contents.
  ///   - file: Its name without folders.
  ///   - fallbackDate: The date of an issue that does not say it.
  ///   - wanted: The findings that shall be mended, of those of a look.
  /// - Throws: `IssueReadingError`, as the check.
  /// - Returns: What was found before and after. A file whose bytes are no UTF-8 stays as it is.
  package mutating func mend(
    _ bytes: [UInt8], file: Text, fallbackDate: CivilDate? = nil,
    choosing wanted: (IssueCheck.Result) -> [Finding] = { $0.findings }
  ) throws(IssueReadingError) -> Result {
    let before = try check.check(bytes, file: file, fallbackDate: fallbackDate)
    var result = Result(before: before, after: before)
    guard before.isEditable else { return result }
    for look in 0..<Self.mostLooks {
      if look > 1, look * bytes.count > Self.mostBytes { break }
      let fixes = Self.apart(wanted(result.after).compactMap(\.fix))
      if fixes.isEmpty { break }
      let mended = Self.apply(fixes.flatMap(\.edits), to: result.after.text)
      if mended == result.after.text { break }
      result.after = try check.check(mended, file: file, fallbackDate: fallbackDate)
      result.fixCount += fixes.count
    }
    return result
  }

  /// The fixes, in the order of the findings, that meet none before them.
  private static func apart(_ fixes: [Fix]) -> [Fix] {
    var taken: [Range<Int>] = []
    var chosen: [Fix] = []
    for fix in fixes {
      let ranges = fix.edits.map(\.range)
      let meets = ranges.contains { range in taken.contains { $0.meets(range) } }
      if meets { continue }
      taken += ranges
      chosen.append(fix)
    }
    return chosen
  }

  /// The text with edits that do not meet, in any order.
  private static func apply(_ edits: [Fix.Edit], to text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var end = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard edit.range.lowerBound >= end, edit.range.upperBound <= text.count else { continue }
      result += text[end..<edit.range.lowerBound]
      result += edit.replacement.buffer[edit.replacement.range]
      end = edit.range.upperBound
    }
    return result + text[end...]
  }
}

extension Range<Int> {
  /// Whether they share a byte or touch each other: two edits at one place have no order.
  fileprivate func meets(_ other: Range<Int>) -> Bool {
    lowerBound <= other.upperBound && other.lowerBound <= upperBound
  }
}
