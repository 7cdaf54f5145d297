package import EventModel

extension EventDetails {
  /// The event's own page; nil where its link is none of the web, or is its group's.
  package var ownPage: AddressKey? {
    guard let url, Self.isWeb(url), let key = AddressKey(url: url), !isGroupPage(url) else {
      return nil
    }
    return key
  }

  /// Whether an address is the page of a group that holds the event.
  private func isGroupPage(_ url: Text) -> Bool {
    guard let page = AddressKey.summary(of: url)?.groupPage else { return false }
    return organizers.contains { group in
      group.url.flatMap { AddressKey.summary(of: $0)?.groupPage } == page
    }
  }

  private static func isWeb(_ url: Text) -> Bool {
    let scheme = url.string.prefix(8).lowercased()
    return scheme.hasPrefix("https://") || scheme.hasPrefix("http://")
  }
}
