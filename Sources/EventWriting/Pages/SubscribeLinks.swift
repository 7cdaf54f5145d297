import EventModel
import HTMLTree

/// The links with which a calendar is subscribed to.
struct SubscribeLinks {
  /// The calendar's file, as an address from the page that shows the links.
  let file: String
  /// The calendar's absolute address; nil where the site has none.
  let address: String?
  /// The calendar's name.
  let name: String

  /// Adds a list: for the calendar at hand, for Google, for Outlook, and the file itself.
  ///
  /// Calendars on the web subscribe to an absolute address only: without one only the file is there.
  func add(to page: inout HTMLBuilder) {
    page.element("ul", .class("subscribe")) { list in
      if let address {
        let feed = "webcal" + address[(address.firstIndex(of: ":") ?? address.startIndex)...]
        let google = "https://calendar.google.com/calendar/render?cid="
        let outlook = "https://outlook.live.com/calendar/0/addfromweb?url="
        item("Subscribe", to: feed, in: &list)
        item("Google Calendar", to: google + Self.encoded(feed), in: &list)
        item(
          "Outlook", to: outlook + Self.encoded(address) + "&name=" + Self.encoded(name), in: &list)
      }
      item("Download .ics", to: file, in: &list)
    }
  }

  private func item(_ text: String, to address: String, in list: inout HTMLBuilder) {
    list.element("li") { $0.element("a", .href(address), text: text) }
  }

  /// Text as a part of a query: RFC 3986 §2.3 leaves letters, digits and four marks as they are.
  static func encoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if ASCII.isLetter(byte) || ASCII.isDigit(byte) || marks.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [ASCII.percent, ASCII.hexadecimal(byte >> 4), ASCII.hexadecimal(byte & 0x0F)]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let marks: [UInt8] = Array("-._~".utf8)
}
