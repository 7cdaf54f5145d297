import TestSupport

/// Issues of listings as editors write them, with the slips that they make: what both readers must
/// read alike.
struct IssueGenerator {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// An issue of 2024-09-11 with so many listings.
  mutating func issue(listings count: Int) -> String {
    var lines = ["Title: This Week in Rust 564", "Number: 564", "Date: 2024-09-11", ""]
    lines += ["## Upcoming Events", "", "Rusty Events between 2024-09-11 - 2024-10-09 🦀", ""]
    for _ in 0..<count {
      if random.once(in: 8) { lines.append("### " + random.pick(Self.headings)) }
      if random.once(in: 40) { lines.append(random.pick(Self.prose)) }
      lines += listing()
    }
    lines += ["", "[ref]: https://ref.example/", "## Jobs", "* 2024-09-12 | Berlin, DE | [x](y)"]
    let newline = random.once(in: 4) ? "\r\n" : "\n"
    return (random.once(in: 4) ? "\u{FEFF}" : "") + lines.joined(separator: newline)
  }

  /// A listing: its main line and the indented ones.
  private mutating func listing() -> [String] {
    let main = random.pick(["* ", "* ", "* ", "- ", "+ ", "• ", "*", " * ", "*  ", "*\t", ""])
    var lines = [main + date() + separator() + place() + groupSeparator() + groups()]
    // Without a bar only an indented item tells the form.
    if !lines[0].contains("|") {
      lines.append("    * [**\(random.pick(Self.titles))**](https://e.example)")
    }
    for _ in 0..<random.pick([1, 1, 1, 1, 1, 0, 2, 3]) { lines.append(indent() + item()) }
    return lines
  }

  private mutating func date() -> String {
    let day = "2024-\(random.pick(["09", "10", "9"]))-\(Int.random(in: 10...32, using: &random))"
    switch Int.random(in: 0..<24, using: &random) {
    case 0: return day + random.pick([" - ", " – ", "-", " * ", " to "]) + "2024-10-20"
    case 1: return day + random.pick(["-", " - "]) + "\(Int.random(in: 1...33, using: &random))"
    case 2:
      return day + random.pick([" & ", ", ", " and ", "/"]) + "10-\(random.pick(["12", "05"]))"
    case 3: return day + " & \(Int.random(in: 1...31, using: &random))"
    case 4:
      return random.pick(["2022-10-03", "2025-01-05", "2023-09-30", "2024-02-30", "2026-09-12"])
    default: return day
    }
  }

  private mutating func separator() -> String {
    random.pick([
      " | ", " | ", " | ", " | ", "| ", " |", "|", " ", ", ", ". ", ": ", "\u{A0}|\u{A0}",
    ])
  }

  private mutating func groupSeparator() -> String {
    random.pick([" | ", " | ", " | ", " | ", "| ", " |", "||", " || ", ", ", " ", " | | "])
  }

  private mutating func place() -> String {
    let place = random.pick(Self.places)
    let pattern = random.pick(Self.modes)
    return pattern.replacing("X", with: place)
  }

  private mutating func groups() -> String {
    let count = random.pick([1, 1, 1, 1, 1, 2, 3, 0])
    var text = ""
    for index in 0..<count {
      if index > 0 { text += random.pick([" | ", " + ", " and ", ", ", "; ", " & "]) }
      text += link(random.pick(Self.names), isGroup: true)
    }
    if random.once(in: 20) { text = "6:30pm - CCC Salzburg, " + text }
    return count == 0 ? random.pick(["Rust Group", "", "[ref][]"]) : text
  }

  private mutating func item() -> String {
    if random.once(in: 12) { return link(random.pick(Self.otherLinks), isGroup: false) }
    if random.once(in: 30) { return random.pick(["Unlinked talk", "[**Title only**]"]) }
    var text = link(random.pick(Self.titles), isGroup: false)
    if random.once(in: 20) {
      text += random.pick([" [Cancelled]", " CANCELLED", " with food", "."])
    }
    return text
  }

  private mutating func indent() -> String {
    random.pick(["    * ", "    * ", "    * ", "  * ", "\t* ", "    - ", "    + ", "   *", "    "])
  }

  /// A link, now and then with a slip.
  private mutating func link(_ title: String, isGroup: Bool) -> String {
    let url = "https://\(isGroup ? "g" : "e").example/\(Int.random(in: 1...9, using: &random))"
    let text =
      isGroup
      ? title
      : random.pick(["**X**", "**X**", "X", "***X**", "**X", "_X_"])
        .replacing("X", with: title)
    switch Int.random(in: 0..<24, using: &random) {
    case 0: return "[\(text)] (\(url))"
    case 1: return "$[\(text)](\(url))"
    case 2: return "[\(text)](<\(url)>)"
    case 3: return "[\(text)](\(url) \"title\")"
    case 4: return "[\(text)][ref]"
    case 5: return "[\(text)](\(url)/a_(b)?c=d&amp;e=f)"
    case 6: return "[\(text)]()"
    case 7: return "[\(text)]\(url))"
    case 8 where !isGroup: return "[\(text)](\(url)"
    default: return "[\(text)](\(url))"
    }
  }

  private static let headings = [
    "Virtual", "Europe", "Asia", "Africa", "North America", "Oceania", "South America", "Online",
    "Asia Pacific", "Europe:", "Atlantis",
  ]

  private static let prose = [
    "If you are running a Rust event please add it.", "<!-- * 2024-09-12 | Berlin, DE | [a](b) -->",
    "<!--\n* 2024-09-12 | Berlin, DE | [a](b)\n-->", "", "[x]: https://x.example", "---",
  ]

  private static let modes = [
    "X", "X", "X", "X", "Virtual (X)", "Virtual (X)", "Hybrid (X)", "Hybrid - X", "Virtual",
    "Hybrid: Virtual and In-Person (X)", "Virtual and In-Person (X)", "Virtual + X", "X + Virtual",
    "Hybrid (Virtual + In-person) X", "X - Virtual + In-person", "Online", "Remote", "online (X)",
    "X (Hybrid)", "Hybrid, X", "Virtual: X", "", "In-person (X)",
  ]

  private static let places = [
    "Berlin, DE", "Berlin, Germany", "München/Munich, DE", "Biel/Bienne, CH", "London, UK",
    "Seattle/Bellevue, WA, US", "Gdansk/Kraków/Wroclaw, PL", "Frankfurt (Main), DE", "Singapore",
    "Hawthorne (Los Angeles), CA, US", "São Paulo, BR, New York, NY, US", "Mountain View, CA, US",
    "Nairobi, KE / New York, NY, US", "Berlin, DE; Paris, FR", "Durham, NC", "Vancouver, CA",
    "Johannesburg, SA", "Vancouver, BC, US", "Columbus OH", "New York, NY US", "Israel",
    "Xyzzyville, IN", "Brisbane, QL, AU", "Karnataka, Bengaluru, IN", "Global", "Various - EMEA",
    "Europe + Israel", "EU/UK", "PDT Timezone", "Joint Meetup, Europe + Israel", "Istanbul, TR",
    "Tbilisi, GE", "Moscow, RU", "Kuala Lumpur, Selangor, MY", "Lima-Perú, PE", "Xyzzy, Plugh",
    "Praha / Prague, CZ", "berlin, de", "Portland, Oregon, USA", "Bogotá, CO", "Boulder, CO",
  ]

  private static let names = [
    "Rust Berlin", "Rust Zürisee", "Rust 🦀 TLV", "C++ & Rust", "Rust Discord Reading Club",
    "Oxford ACCU/Rust Meetup.", "Alt link", "Mirror", "Website", "Telegram", "**Bold Group**",
    "R&amp;D", "Rust \\| Go", "Code Mavens 🦀 - 🐍 - 🐪", "東京 Rust",
  ]

  private static let otherLinks = [
    "Mirror", "New York Mirror", "Alt link", "Livestream", "Recording", "Tickets", "RSVP", "Slides",
  ]

  private static let titles = [
    "Rust Night", "Cancelled", "\\[Cancelled\\] Rust", "How we cancelled futures",
    "POSTPONED: Rust",
    "A | B", "`#[derive]` in depth", "C\\+\\+ & Rust", "R&amp;D",
    "Sessió setmanal / Weekly session",
    "#14 @ Optravis [LLC]", "snake_case and more", "👋 Community  Catch Up", "Rust&nbsp;Night",
    "\u{A0}Rust\u{A0}Night ", "Presentation:  Tock OS Part #3", "2 * 3 * 4", "Über Rust – Teil 2",
  ]
}
