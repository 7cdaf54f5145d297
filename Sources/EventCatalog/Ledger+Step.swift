package import EventModel

extension Ledger {
  /// An issue whose listings of one event are united: what the ledger reads.
  ///
  /// One issue's step needs nothing of the others, so steps can be made on several cores.
  package struct Step: Sendable {
    let reference: IssueReference
    /// An issue without one says nothing of events.
    let hasEventsSection: Bool
    /// The united listings; nil once the ledger has taken them.
    private(set) var units: IssueUnits?

    /// Takes the listings out of an issue and unites them, which changes them in place.
    package init(taking issue: inout Issue) {
      reference = issue.reference
      hasEventsSection = issue.hasEventsSection || !issue.listings.isEmpty
      let listings = issue.listings
      issue.listings = []
      units = IssueUnits(listings)
    }

    /// The units, which leave the step, so that the ledger can let go of what it no longer needs.
    mutating func takeUnits() -> IssueUnits? { units.take() }
  }
}
