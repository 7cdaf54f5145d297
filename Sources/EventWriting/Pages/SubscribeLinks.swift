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

  /// Adds a sentence: in the calendar at hand, in Google's, in Outlook, and the file itself.
  ///
  /// Calendars on the web subscribe to an absolute address only: without one only the file is there.
  func add(to page: inout HTMLBuilder) {
    page.element("p", .class("subscribe")) { line in
      if let address {
        let feed = "webcal" + address[(address.firstIndex(of: ":") ?? address.startIndex)...]
        let outlook = Self.outlook + Self.encoded(address) + "&name=" + Self.encoded(name)
        line.text("Subscribe in ")
        line.element("a", .href(feed), text: "your calendar app")
        line.text(", ")
        line.element("a", .href(Self.google + Self.encoded(feed)), text: "Google Calendar")
        line.text(" or ")
        line.element("a", .href(outlook), text: "Outlook")
        line.text(", or download ")
      } else {
        line.text("Download ")
      }
      line.element(
        "a", .href(file), text: String(file.split(separator: "/").last ?? "the calendar"))
      line.text(".")
    }
  }

  private static let google = "https://calendar.google.com/calendar/render?cid="
  private static let outlook = "https://outlook.live.com/calendar/0/addfromweb?url="

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
