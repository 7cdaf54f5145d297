package import EventCatalog
import EventModel
package import EventPages

/// What is known of the pages that listings link, for the rule `page-mismatch`.
package struct EventPageKnowledge: Sendable {
  /// A page.
  package struct Page: Sendable {
    /// What it stated when it was read last; nil where it never was.
    package var reading: DatedReading?
    /// Whether the server said last that there is no such page.
    package var isGone: Bool

    package init(reading: DatedReading?, isGone: Bool = false) {
      self.reading = reading
      self.isGone = isGone
    }
  }

  private let pages: [AddressKey: Page]
  private let zones: @Sendable () -> TimeZones

  /// - Parameters:
  ///   - pages: the pages by their addresses.
  ///   - zones: the time zones of the system.
  package init(_ pages: [AddressKey: Page], zones: @escaping @Sendable () -> TimeZones) {
    self.pages = pages
    self.zones = zones
  }

  /// The page at an address.
  func page(at address: AddressKey) -> Page? { pages[address] }

  /// What compares listings with pages.
  func comparison() -> PageJoin {
    PageJoin(zones: zones(), isSameAddress: AddressKey.areSame)
  }
}
