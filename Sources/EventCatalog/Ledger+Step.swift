package import EventModel

extension Ledger {
  /// An issue whose listings of one event are united: what the ledger reads.
  ///
  /// One issue's step needs nothing of the others, so steps can be made on several cores.
  package struct Step: Sendable {
    let reference: IssueReference
    /// An issue without one says nothing of events.
    let hasEventsSection: Bool
    let units: IssueUnits

    /// Unites the listings of an issue.
    package init(_ issue: consuming Issue) {
      reference = issue.reference
      hasEventsSection = issue.hasEventsSection || !issue.listings.isEmpty
      // The listings leave the issue, so that uniting them changes them in place.
      let listings = issue.listings
      issue.listings = []
      units = IssueUnits(listings)
    }

    /// The order in which issues are read: by date, then number, then file.
    func precedes(_ other: Step) -> Bool {
      let (left, right) = (reference, other.reference)
      if left.date != right.date { return left.date < right.date }
      if left.number != right.number { return left.number ?? 0 < right.number ?? 0 }
      return left.file < right.file
    }
  }
}
