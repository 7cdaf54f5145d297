package import EventModel

/// What changed between two issues as a feed for news readers: RFC 4287.
///
/// The same changes give the same bytes: times are those of the issues, and an entry keeps its
/// identifier until its event changes again.
package struct AtomFeed {
  /// What the user chose.
  package struct Options: Sendable {
    /// The feed's title.
    package var title: Text = "Rust events: changes"
    /// Where the feed will be published; nil if nobody knows.
    package var feedURL: Text?

    /// The default options.
    package init() {}
  }

  private let options: Options

  /// A writer of one feed.
  package init(options: Options = Options()) { self.options = options }

  /// Writes the changes, the last ones first; `updated` is the day of the newest issue.
  package func write(
    _ changes: [EventChange], updated: CivilDate, into buffer: inout OutputBuffer
  ) {
    buffer.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" as StaticString)
    buffer.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n" as StaticString)
    element("id", "\(Self.authority)changes/\(Self.encoded(options.title.string))", to: &buffer)
    element("title", options.title.string, to: &buffer)
    time("updated", updated, to: &buffer)
    buffer.append(
      """
      <author><name>This Week in Rust</name><uri>https://this-week-in-rust.org/</uri></author>
      <generator>twir-events</generator>

      """ as StaticString)
    if let address = options.feedURL.map(WebAddress.init), address.isWeb {
      link(address, relation: "self", to: &buffer)
    }
    // A stable sort: changes of one day stay in the order of the events.
    let newestFirst = changes.enumerated().sorted { left, right in
      let (day, other) = (left.element.event.modified, right.element.event.modified)
      return day != other ? day > other : left.offset < right.offset
    }
    for (_, change) in newestFirst { entry(change, to: &buffer) }
    buffer.append("</feed>\n")
  }

  /// What identifiers begin with: a tag URI (RFC 4151) of the authority that UIDs end with.
  private static let authority = "tag:twir-events,2014:"

  private func entry(_ change: EventChange, to buffer: inout OutputBuffer) {
    let event = change.event
    buffer.append("<entry>\n")
    let uid = event.uid?.string ?? ""
    element("id", "\(Self.authority)\(Self.encoded(uid))/\(event.modified)", to: &buffer)
    element("title", Self.title(of: change), to: &buffer)
    time("updated", event.modified, to: &buffer)
    time("published", event.modified, to: &buffer)
    if let address = event.details.url.map(WebAddress.init), address.isWeb {
      link(address, relation: "alternate", to: &buffer)
    }
    for kind in change.kinds { category("\(kind.name)", to: &buffer) }
    for region in event.details.regions.regions { category("\(region.name)", to: &buffer) }
    buffer.append(
      "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">\n" as StaticString)
    body(of: change, to: &buffer)
    buffer.append("</div></content>\n</entry>\n")
  }

  /// `Moved: Rust on Small Boards (Mon 14 Apr 2031)`.
  private static func title(of change: EventChange) -> String {
    let kinds = change.kinds.map { ChangeWording.heading(of: $0) }
    let words = kinds.enumerated().map { $0.offset == 0 ? $0.element : $0.element.lowercased() }
    let title = TerminalText.string(change.event.details.title)
    let day = DayName.long(change.event.details.dates.first)
    return "\(words.joined(separator: ", ")): \(title) (\(day))"
  }

  private func body(of change: EventChange, to buffer: inout OutputBuffer) {
    let event = change.event
    let facts = [
      ChangeWording.days(of: event), ChangeWording.place(of: event),
      ChangeWording.groups(of: event),
    ]
    element("p", facts.filter { !$0.isEmpty }.joined(separator: " | "), to: &buffer)
    let differences = ChangeWording.differences(of: change)
    if differences.isEmpty { return }
    buffer.append("<ul>\n")
    for difference in differences {
      buffer.append("<li>")
      text("\(difference.label): ", to: &buffer)
      buffer.append(ASCII.space)
      if !difference.before.isEmpty { inline("del", difference.before, to: &buffer) }
      if !difference.before.isEmpty, !difference.after.isEmpty { buffer.append(ASCII.space) }
      let isReplaced = !difference.before.isEmpty
      if isReplaced, !difference.after.isEmpty { inline("ins", difference.after, to: &buffer) }
      if !isReplaced { text(difference.after, to: &buffer) }
      buffer.append("</li>\n")
    }
    buffer.append("</ul>\n")
  }

  /// A text with everything percent-encoded that is no unreserved character of RFC 3986 §2.3.
  private static func encoded(_ string: String) -> String {
    var buffer = OutputBuffer(capacity: 256)
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), ASCII.hyphen, ASCII.dot, UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "@"):
        buffer.append(byte)
      default:
        buffer.append(ASCII.percent)
        buffer.append(ASCII.hexadecimal(byte >> 4))
        buffer.append(ASCII.hexadecimal(byte & 0x0F))
      }
    }
    return buffer.string
  }
}

// MARK: - XML

extension AtomFeed {
  private func text(_ string: String, to buffer: inout OutputBuffer) {
    XMLText.append(Text(string), to: &buffer)
  }

  private func inline(_ name: String, _ content: String, to buffer: inout OutputBuffer) {
    buffer.append(text: Text("<\(name)>"))
    text(content, to: &buffer)
    buffer.append(text: Text("</\(name)>"))
  }

  private func element(_ name: String, _ content: String, to buffer: inout OutputBuffer) {
    inline(name, content, to: &buffer)
    buffer.append("\n")
  }

  /// The first moment of a day: RFC 3339.
  private func time(_ name: String, _ day: CivilDate, to buffer: inout OutputBuffer) {
    element(name, "\(day)T00:00:00Z", to: &buffer)
  }

  private func link(
    _ address: WebAddress, relation: String, to buffer: inout OutputBuffer
  ) {
    var target = OutputBuffer(capacity: 256)
    address.append(to: &target)
    buffer.append(text: Text("<link rel=\"\(relation)\" href=\""))
    text(target.string, to: &buffer)
    buffer.append("\"/>\n")
  }

  private func category(_ term: String, to buffer: inout OutputBuffer) {
    buffer.append(text: Text("<category term=\"\(term)\"/>\n"))
  }
}
