/// What bringing the archive up to date did.
package struct RefreshReport: Hashable, Sendable {
  /// An issue that came or changed.
  package struct Change: Hashable, Sendable {
    /// The issue.
    package var name: IssueName
    /// Its number, where it says it.
    package var number: UInt32?
    /// How many listings can be read in it.
    package var listingCount: Int
  }

  /// Something that was not taken.
  package struct Problem: Hashable, Sendable {
    /// The name of the issue; nil for the list of issues.
    package var name: IssueName?
    /// Where it should have come from.
    package var url: String
    /// Why it was not taken, in words.
    package var reason: String
    /// Whether no server answered.
    package var isOfNetwork: Bool
  }

  /// The issues that are new, the newest first.
  package var new: [Change] = []
  /// The issues that were mended, the newest first.
  package var mended: [Change] = []
  /// What was not taken; what is there stays.
  package var problems: [Problem] = []
  /// How many issues lie between the newest that was there and those that were fetched.
  package var leftOutCount = 0
  /// Whether the list was had.
  var hasList = false
  /// Whether an issue was had, or is as it was.
  var hasIssue = false
  /// Why the archive could not take what came.
  package var failure: ArchiveError?

  package init() {}

  /// Whether nothing could be had, for no server answered as it should.
  package var isUnreachable: Bool {
    if hasIssue || problems.isEmpty { return false }
    return !hasList || problems.allSatisfy(\.isOfNetwork)
  }
}
