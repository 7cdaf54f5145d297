package import EventModel

extension Ledger {
  /// An issue whose listings of one event are united: what the ledger reads.
  ///
  /// One issue's step needs nothing of the others, so steps can be made on several cores.
  ///
  /// An issue that was mended after it was published has several steps: that of its first body on its
  /// own date, and one for each later body on the day on which that was fetched.
  package struct Step: Sendable {
    /// The issue.
    let reference: IssueReference
    /// The day on which it is read.
    private(set) var day: CivilDate
    /// The last day of which the issue is expected to list what begins on it.
    let windowEnd: CivilDate
    /// Whether it is a later body of its issue.
    private(set) var isMend: Bool
    /// Which of the bodies it is.
    private let revision: Int
    /// An issue without one says nothing of events.
    let hasEventsSection: Bool
    /// The united listings; nil once the ledger has taken them.
    private(set) var units: IssueUnits?

    /// Takes the listings out of an issue and unites them, which changes them in place.
    ///
    /// - Parameters:
    ///   - issue: the issue as the body says it.
    ///   - fetched: the day on which the body was fetched; nil for the first one, which counts on the
    ///     issue's own date, as does one that was fetched before it.
    ///   - revision: the number of the body, which sets those apart that were fetched on one day.
    package init(taking issue: inout Issue, fetched: CivilDate? = nil, revision: Int = 0) {
      reference = issue.reference
      day = max(issue.reference.date, fetched ?? .distantPast)
      windowEnd = Self.windowEnd(of: issue)
      isMend = fetched != nil || revision > 0
      self.revision = revision
      hasEventsSection = issue.hasEventsSection || !issue.listings.isEmpty
      let listings = issue.listings
      issue.listings = []
      units = IssueUnits(listings)
    }

    /// Lets it be what the issue said on its own date, where no earlier body can be read.
    package mutating func becomeFirst() {
      day = reference.date
      isMend = false
    }

    /// The units, which leave the step, so that the ledger can let go of what it no longer needs.
    mutating func takeUnits() -> IssueUnits? { units.take() }
  }
}

extension Ledger.Step {
  /// How many days after its own an issue is expected to list where it does not say it.
  private static let usualWindow = 28
  /// More days than any issue covers: a later end is a slip.
  private static let longestWindow = 60

  private static func windowEnd(of issue: Issue) -> CivilDate {
    let date = issue.reference.date
    if let last = issue.window?.last, (0...longestWindow).contains(date.days(to: last)) {
      return last
    }
    return date.advanced(by: usualWindow)
  }

  /// The order in which steps are read: by day, the mends behind the issues of the day; then by
  /// issue and revision.
  ///
  /// What is left are copies of one body, or files of one name, whose contents decide.
  func precedes(_ other: Self) -> Bool {
    if day != other.day { return day < other.day }
    if isMend != other.isMend { return other.isMend }
    if reference != other.reference { return reference < other.reference }
    if revision != other.revision { return revision < other.revision }
    return listings.lexicographicallyPrecedes(other.listings, by: Self.precedes)
  }

  private var listings: [Listing] { units?.listings ?? [] }

  private static func precedes(_ left: Listing, _ right: Listing) -> Bool {
    if left.location != right.location { return left.location < right.location }
    if left.details.title != right.details.title { return left.details.title < right.details.title }
    let (leftDates, rightDates) = (left.details.dates, right.details.dates)
    if leftDates.first != rightDates.first { return leftDates.first < rightDates.first }
    if leftDates.last != rightDates.last { return leftDates.last < rightDates.last }
    return left.details.url ?? "" < right.details.url ?? ""
  }
}
