/// What was read of one web page.
package struct PageReading: Hashable, Sendable {
  /// The page as it was asked for: a path, `-`, or an address.
  package var source: Text
  /// The address of the page: the one it came from, else the one that it gives as its own.
  package var url: Text?
  /// The events that it states, in its order; none for most pages of the web.
  package var events: [PageEvent]
  /// What it says of itself.
  package var page: PageSummary

  package init(source: Text, url: Text?, events: [PageEvent], page: PageSummary) {
    self.source = source
    self.url = url
    self.events = events
    self.page = page
  }
}
