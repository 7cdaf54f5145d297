import Foundation
import TestSupport

/// Issues of the years before 2022-03, of lines in each of their forms: what both readers must read
/// alike.
struct OlderIssueGenerator {
  private var random: SeededGenerator
  private var year = 2017

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// An issue with so many listings.
  mutating func issue(listings count: Int) -> String {
    let hasHeadings = random.once(in: 2)
    let date = random.pick(Self.issueDates)
    year = Int(date.prefix(4)) ?? year
    var lines = ["Title: This Week in Rust 100", "Date: \(date)", ""]
    lines += ["# Upcoming Events", ""]
    for _ in 0..<count {
      if hasHeadings, random.once(in: 6) { lines.append("### " + random.pick(Self.headings)) }
      if random.once(in: 30) { lines += ["", random.pick(Self.prose), ""] }
      lines += listing().components(separatedBy: "\n")
    }
    lines += ["", "[ref]: https://ref.example/", "", "# Next", "* [Jun 5. No event](https://x.y)"]
    let newline = random.once(in: 4) ? "\r\n" : "\n"
    return (random.once(in: 4) ? "\u{FEFF}" : "") + lines.joined(separator: newline)
  }

  // MARK: Forms

  private mutating func listing() -> String {
    let bullet = random.pick(["* ", "* ", "* ", "* ", "- ", "*   ", " * ", "+ "])
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return bullet + bars()
    case 1: return bullet + dateBefore()
    case 2, 3: return bullet + dateAnywhere()
    case 4:
      let (mark, link) = (random.pick(["**", "*", "_"]), dateInside())
      return bullet + random.pick(["\(mark)\(link).\(mark)", "\(mark)\(link)\(mark)."])
    default: return bullet + dateInside() + random.pick(Self.ends)
    }
  }

  /// A line like `[Jan 22. Durham, NC - Group - Title](url)`.
  private mutating func dateInside() -> String {
    let text = date() + random.pick([". ", ". ", ", ", ": ", " - ", " ", " – "]) + text()
    return "[\(text)]" + target()
  }

  /// A line like `[November 30, 2021 | Graz, AT | **Title** | Group](url)`.
  private mutating func bars() -> String {
    let bar = random.pick([" | ", " | ", " | ", "|", "| "])
    let title = random.pick(["**X**", "**X**", "**X | Y**", "X"])
      .replacing("X", with: random.pick(Self.titles))
    var fields = [date(), random.pick(Self.places), title]
    if !random.once(in: 6) { fields.append(random.pick(Self.groups)) }
    return "[" + fields.joined(separator: bar) + "]" + target()
  }

  /// A line like `6/29. [Title](url)`.
  private mutating func dateBefore() -> String {
    let link = "[\(random.pick(Self.titles))]" + target()
    let bare = self.text().replacing("\\[Cancelled\\]", with: "(Cancelled)")
    let text = random.pick([link, link, random.pick(Self.places) + " - " + link, bare])
    return date() + random.pick([". ", ", ", ": ", " - "]) + text
  }

  /// A line like `[Rust Paris, Nov 17](url)` or `[Title][ref]: December 9th`.
  private mutating func dateAnywhere() -> String {
    let title = random.pick(Self.titles)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return "[\(title), \(date())]" + target()
    case 1: return "[\(title)]" + target() + ": " + date()
    case 2: return "[\(title)]" + target() + ",\n  " + date()
    default: return "[\(title)]" + target() + random.pick([" on ", " "]) + date() + "."
    }
  }

  // MARK: Fields

  private mutating func target() -> String {
    let url = "https://e.example/\(Int.random(in: 1...9, using: &random))"
    switch Int.random(in: 0..<20, using: &random) {
    case 0, 1, 2: return "[ref]"
    case 3: return "(\(url)/a_(b)?c=d&amp;e=f)"
    case 4: return "(<\(url)>)"
    case 5: return "(\(url) \"title\")"
    default: return "(\(url))"
    }
  }

  private mutating func date() -> String {
    let month = Int.random(in: 0..<12, using: &random)
    let day = Int.random(in: 1...28, using: &random)
    let name = random.once(in: 2) ? Self.months[month] : String(Self.months[month].prefix(3))
    let later = day + Int.random(in: 1...3, using: &random)
    switch Int.random(in: 0..<20, using: &random) {
    case 0: return "\(name) \(day)-\(later)"
    case 1: return "\(name) \(day) & \(later)"
    case 2: return "\(name) \(day) - \(Self.months[(month + 1) % 12]) \(later)"
    case 3: return "\(month + 1)/\(day) - \(month + 1)/\(later)"
    case 4: return "\(name) \(day)/\(later)"
    case 5, 6, 7: return "\(month + 1)/\(day)"
    case 8: return "\(name) \(day)th"
    case 9: return "\(name). \(day)"
    case 10: return "\(day) \(name)"
    case 11: return random.pick(["", "", "Sat, "]) + "\(day)-\(later) \(name)"
    case 12: return "\(name) \(day), \(year + random.pick([-2, -1, 0, 0, 0, 1, 1]))"
    case 13: return "\(year + random.pick([-1, 0, 0, 1]))-\(month + 1)-\(day)"
    case 14: return random.pick(["Feb 29", "Feb 30", "13/45", "Sat, Jun 10", "June 31", "2/29"])
    default: return "\(name)  \(day)"
    }
  }

  private mutating func text() -> String {
    let title = random.pick(Self.titles)
    let place = random.pick(Self.places)
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return title
    case 1: return place
    case 2: return "\(title) - \(place)"
    case 3: return "\(place): \(title)"
    case 4: return "\(place) - Remote - \(title)"
    case 5: return "\(random.pick(Self.groups)) - \(place) - \(title)"
    case 6: return "\(title) in \(place)"
    case 7: return "\(place), \(title)"
    case 8: return "\(place) – \(title)"
    default: return "\(place) - \(title) - \(random.pick(Self.groups))"
    }
  }

  private static let issueDates = [
    "2014-11-17", "2015-12-28", "2017-06-06", "2018-07-10", "2020-02-04", "2021-12-1",
  ]
  private static let headings = [
    "Online", "Virtual", "Europe", "Asia", "Asia Pacific", "North America", "South America",
    "Europe:", "Africa", "Oceania",
  ]
  private static let prose = [
    "If you are running a Rust event please add it to the [calendar] to get it mentioned here.",
    "<!-- * [Jun 5. A comment](https://x.y) -->", "Nothing on the calendar!", "[a]: https://b.c",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let ends = [
    "", "", "", ".", ".", "!", ". With a guest", " [Postponed].", " [Cancelled]", " CANCELLED",
    ". See [more](https://more.example)", "\n  With words below.", " (free)",
  ]
  private static let places = [
    "Durham, NC", "Berlin, DE", "Dallas, TX, US", "San Diego, CA, US", "Edinburgh, UK", "Köln, DE",
    "Zurich / Switzerland", "Columbus OH", "Kyiv, Ukraine", "Mexico City", "Berlin", "Remote",
    "Online", "Global", "Vancouver, BC, CA", "Stuttgart (Germany)", "Tokyo, Japan", "Germany",
    "Johannesburg, ZA", "Rapperswil-Jona, CH", "St. Petersburg, RU", "Rome, Italy", "Boulder, CO",
    "Florence (@Venue)", "Xyzzyville, TX, US", "New York, NY, US", "Singapore",
    "Pittsburgh, US", "Ciudad de México, MX", "Montréal, QC, CA", "Various cities", "Sydney, AU",
  ]
  private static let groups = [
    "Rust Berlin", "Triangle Rustaceans", "Columbus Rust Society", "Indy.rs", "PDXRust",
    "C\\+\\+ & Rust", "Rust 東京", "Seattle Rust Meetup",
    "OpenTechSchool Berlin", "Rust Cologne/Bonn", "Rust DC", "Rust Paris: Talks", "Rust, Data",
  ]
  private static let titles = [
    "Rust Night", "Hack and Learn", "Rust 101", "Team Meeting at #rust-docs on irc.mozilla.org",
    "Rust Community Team Meeting in Telegram", "RustConf 2017", "Meetup #22", "`unsafe` in depth",
    "Sessió R&amp;D", "Talks [Part 2]", "\\[Cancelled\\] Rust", "Fast, Safe, and Beautiful",
    "Rust: the 2018 Edition", "Rust's 5th birthday", "Tele-Meetup", "Seattle Rust Meetup",
    "Rust 🦀 Zoom call", "Cancelled", "Conf CFP deadline", "Lunch-and-Learn", "3 talks",
  ]
}
