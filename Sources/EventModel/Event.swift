/// What all issues say of one event, and the history of its record.
package struct Event: Hashable, Sendable {
  /// RFC 5545 UID; nil only for a listing that is shown as it was read (`json --raw`).
  package var uid: Text?
  /// What is said of it, the newest listing first.
  package var details: EventDetails
  /// RFC 5545 SEQUENCE: how many steps changed days, place, title, status or withdrawn.
  package var sequence: UInt32
  /// The day of the first issue that lists it.
  package var created: CivilDate
  /// The day of the last issue that changed anything that is exported.
  package var modified: CivilDate
  /// The day of the issue that no longer listed it while it was still ahead, unless a later issue
  /// lists it again; nil for nearly all.
  package var withdrawnSince: CivilDate?
  /// The first issue that lists it.
  package var firstSource: SourceReference
  /// The other places where it is listed, in the order of the issues.
  package var laterSources: [SourceReference]
  /// The days on which it was to be before it was moved last; nil if it never was.
  package var previousDates: EventDates?
  private var pageBox: PageBox?

  package init(
    uid: Text?, details: EventDetails, source: SourceReference,
    laterSources: [SourceReference] = [],
    sequence: UInt32 = 0, modified: CivilDate? = nil, withdrawnSince: CivilDate? = nil
  ) {
    self.uid = uid
    self.details = details
    self.sequence = sequence
    self.created = source.issue.date
    self.modified = modified ?? source.issue.date
    self.withdrawnSince = withdrawnSince
    self.firstSource = source
    self.laterSources = laterSources
  }

  /// What its own page adds; nil where no page is known.
  package var page: PageFacts? {
    get {
      guard case .facts(let facts) = pageBox else { return nil }
      return facts
    }
    set { pageBox = newValue.map { .facts($0) } }
  }

  /// Few events have a page that was read, so that its facts stand apart: the others stay small.
  private indirect enum PageBox: Hashable, Sendable { case facts(PageFacts) }

  /// A listing as it was read, without UID and history.
  package init(raw listing: Listing, of issue: IssueReference) {
    self.init(
      uid: nil, details: listing.details,
      source: SourceReference(issue: issue, line: listing.location.line))
  }
}
