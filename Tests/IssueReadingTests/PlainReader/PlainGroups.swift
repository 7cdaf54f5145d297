/// Who holds an event: the linked names, but for those that say that they are another link.
struct PlainGroups {
  var organizers: [ReadListing.Link] = []
  var links: [ReadListing.Link] = []
  var note: String?

  init(_ text: String, _ definitions: [String: String]) {
    let found = PlainMarkdown.links(text, definitions)
    note = found.note
    for link in found.links where !link.title.isEmpty {
      if !organizers.isEmpty,
        Self.isFurtherLink(link.title) || Self.noGroup.matches(link.title)
      {
        if link.url != nil { links.append(link) }
      } else {
        organizers.append(link)
      }
    }
    if organizers.isEmpty, let name = note {
      organizers = [ReadListing.Link(title: name, url: nil)]
      note = nil
    }
  }

  /// Whether a link's text says that it is another link of the same event.
  static func isFurtherLink(_ title: String) -> Bool { furtherLink.matches(title) }

  private static let furtherWords =
    "mirror|alt link|alternative link|alternate link|alternative meetup link|livestream"
    + "|live stream|stream|recordings?|tickets|ticket link|rsvp|slides|blog post|event page"
    + "|event link|map"
  private static let furtherLink = Pattern(
    "(?:^|[^A-Za-z0-9])(?:\(furtherWords))$|^(?:\(furtherWords)):", ignoringCase: true)
  private static let noGroupWords =
    "website|telegram|discord|group detail page|conference page|home ?page|group chat|matrix|slack"
    + "|twitter|mastodon|youtube"
  private static let noGroup = Pattern(
    "(?:^|[^A-Za-z0-9])(?:\(noGroupWords))$|^(?:\(noGroupWords)):", ignoringCase: true)
}
