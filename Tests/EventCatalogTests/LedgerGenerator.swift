import EventCatalog
import EventModel
import TestSupport

/// What the generator knows of an address that it made.
struct GeneratedAddress {
  /// The form in which it compares.
  var plain: String
  /// The form in which it compares as a group's page.
  var page: String
  /// The group that it names.
  var group: String?
  /// Whether it names one occurrence, where it is no group's own link.
  var isOccurrence: Bool
}

/// A body of an issue, and when it was fetched.
struct GeneratedStep {
  var issue: Issue
  var fetched: CivilDate?
  var revision: Int
  /// The day on which it is read.
  var day: CivilDate { fetched ?? issue.reference.date }

  /// What the ledger reads.
  var ledgerStep: Ledger.Step {
    var issue = issue
    return Ledger.Step(taking: &issue, fetched: fetched, revision: revision)
  }
}

/// Issues with few groups, titles, days and addresses, so that every rule is met often.
struct LedgerGenerator {
  private var random: SeededGenerator
  private(set) var addresses: [Text: GeneratedAddress] = [:]

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Weekly issues; each keeps most of the listings of the one before, some of them changed.
  mutating func issues(_ count: Int) -> [Issue] {
    var listings: [Listing] = []
    return (0..<count).map { number in
      let date = Samples.day("2026-01-07").advanced(by: 7 * number)
      listings = listings.filter { $0.details.dates.last >= date && roll(10) > 0 }
      for index in listings.indices where roll(6) == 0 {
        listings[index].details = changed(listings[index].details, date)
      }
      for _ in 0..<4 + roll(6) {
        listings.append(Listing(details: details(date), location: SourceLocation(line: 1)))
      }
      if roll(3) == 0 { listings.shuffle(using: &random) }
      for index in listings.indices { listings[index].location = SourceLocation(line: 10 + index) }
      return Samples.issue("\(date)", listings)
    }
  }

  /// The issues with mended bodies of some of them, in the order of the days on which they are read.
  mutating func steps(_ count: Int) -> [GeneratedStep] {
    var steps: [GeneratedStep] = []
    for var issue in issues(count) {
      steps.append(GeneratedStep(issue: issue, revision: 0))
      var day = issue.reference.date
      for revision in 0..<[0, 0, 1, 2][roll(4)] {
        day = day.advanced(by: roll(13))
        issue.listings = mended(issue.listings, issue.reference.date)
        steps.append(GeneratedStep(issue: issue, fetched: day, revision: revision + 1))
      }
    }
    return steps.sorted {
      ($0.day, $0.revision == 0 ? 0 : 1, $0.issue.reference, $0.revision)
        < ($1.day, $1.revision == 0 ? 0 : 1, $1.issue.reference, $1.revision)
    }
  }

  private mutating func mended(_ listings: [Listing], _ date: CivilDate) -> [Listing] {
    var listings = listings.filter { _ in roll(8) > 0 }
    for index in listings.indices where roll(4) == 0 {
      listings[index].details = changed(listings[index].details, date)
    }
    if roll(2) == 0 {
      listings.insert(
        Listing(details: details(date), location: SourceLocation(line: 1)), at: 0)
    }
    for index in listings.indices { listings[index].location = SourceLocation(line: 10 + index) }
    return listings
  }

  private mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &random) }

  private mutating func details(_ date: CivilDate) -> EventDetails {
    let group = roll(4)
    return EventDetails(
      title: title(), dates: dates(date), mode: [.virtual, .inPerson, .hybrid, nil][roll(4)],
      regions: RegionSet([.virtual, .europe, .asia][roll(3)]),
      status: roll(12) == 0 ? .cancelled : .scheduled,
      places: roll(2) == 0 ? [] : [Samples.berlin()], organizers: organizers(group),
      url: url(group))
  }

  private mutating func changed(_ details: EventDetails, _ date: CivilDate) -> EventDetails {
    var details = details
    switch roll(5) {
    case 0: details.title = title()
    case 1: details.dates = dates(date)
    case 2: details.url = url(roll(4))
    case 3: details.dates = EventDates(details.dates.first.advanced(by: [1, 2, 7, 14][roll(4)]))
    default: details.mode = .hybrid
    }
    return details
  }

  private mutating func title() -> Text {
    ["Hack Night", "hack night", "Talks", "Workshop", "Rust Lab"][roll(5)]
  }

  private mutating func dates(_ date: CivilDate) -> EventDates {
    let first = date.advanced(by: roll(30))
    let last = first.advanced(by: roll(6) == 0 ? 1 + roll(3) : 0)
    return EventDates(first: first, last: last) ?? EventDates(first)
  }

  private mutating func organizers(_ group: Int) -> [Organizer] {
    switch group {
    case 0: return []
    case 1: return [Organizer(name: "Rust Lab", url: nil)]
    case 2: return [Organizer(name: "Berlin", url: page("www.meetup.com", "Rust-Berlin"))]
    default: return [Organizer(name: "Girona", url: page("lu.ma", "rust-girona"))]
    }
  }

  private mutating func url(_ group: Int) -> Text? {
    switch roll(5) {
    case 0: return organizers(group).first?.url
    case 1: return register(decorated("example.org", "/rust"), "example.org/rust", nil, false)
    case 2:
      let slug = "slug\(roll(4))"
      return register(
        decorated(roll(2) == 0 ? "lu.ma" : "luma.com", "/\(slug)"), "luma.com/\(slug)", nil, true)
    default:
      let (id, number) = (roll(8), roll(2))
      return register(
        decorated("www.meetup.com", "/Rust-\(number == 0 ? "Berlin" : "Paris")/events/\(id)"),
        "meetup.com/\(number)/\(id)", number == 0 ? "berlin" : "paris", true)
    }
  }

  private mutating func page(_ host: String, _ path: String) -> Text {
    let isMeetup = host.hasSuffix("meetup.com")
    if isMeetup, roll(2) == 0 {
      return register(
        decorated(host, "/\(path)/events"), "meetup.com/berlin/events", "berlin", false)
    }
    return isMeetup
      ? register(decorated(host, "/\(path)"), "meetup.com/berlin", "berlin", false)
      : register(decorated(host, "/\(path)"), "luma.com/\(path)", nil, true)
  }

  private mutating func decorated(_ host: String, _ path: String) -> String {
    let isMeetup = host.hasSuffix("meetup.com")
    let scheme = ["https://", "http://", "HTTPS://"][roll(3)]
    let locale = isMeetup && roll(4) == 0 ? "/de-DE" : ""
    let path = isMeetup && roll(3) == 0 ? path.uppercased() : path
    return scheme + host + locale + path + ["", "/", "//"][roll(3)]
      + ["", "?utm_source=x&aff=oddt", "#about"][roll(3)]
  }

  private mutating func register(
    _ url: String, _ plain: String, _ group: String?, _ isOccurrence: Bool
  ) -> Text {
    let page = group.map { "meetup.com/\($0)" }
    addresses[Text(url)] = GeneratedAddress(
      plain: plain, page: page ?? plain, group: page, isOccurrence: isOccurrence)
    return Text(url)
  }
}
