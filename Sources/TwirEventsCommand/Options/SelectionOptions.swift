import ArgumentParser
import EventCatalog
import EventModel

/// Which events are wanted.
struct SelectionOptions: ParsableArguments, Sendable {
  @Option(
    help: ArgumentHelp(
      "Virtual, Africa, Asia, Europe, North America, Oceania or South America.", valueName: "name"),
    completion: .list(SelectionNames.regions.map { $0.replacingSpaces() }))
  var region: [String] = []

  @Option(help: ArgumentHelp("An ISO code or English name.", valueName: "code"))
  var country: [String] = []

  @Option(
    help: ArgumentHelp(
      "A city in any of its names; 'Cambridge, GB' or 'Portland, OR' narrow it.", valueName: "name")
  )
  var city: [String] = []

  @Option(help: ArgumentHelp("On-site events around a city.", valueName: "city"))
  var near: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How far from it, in kilometres. (default: 50)", valueName: "km")
  )
  var within: String?

  // A value such as -30d looks like an option.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Events on or after a day: YYYY-MM-DD, today, tomorrow, +4w, -30d.", valueName: "date"))
  var from: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Events on or before a day.", valueName: "date"))
  var to: String?

  @Option(
    help: ArgumentHelp("virtual, in-person or hybrid.", valueName: "mode"),
    completion: .list(SelectionNames.modes))
  var mode: [String] = []

  @Option(help: ArgumentHelp("A part of the group's name.", valueName: "text"))
  var organizer: [String] = []

  @Option(help: ArgumentHelp("A part of title, group or place.", valueName: "text"))
  var search: [String] = []

  @Option(
    help: ArgumentHelp("Leave out what has this in title, group or place.", valueName: "text"))
  var exclude: [String] = []

  @Option(
    help: ArgumentHelp(
      "scheduled, postponed or cancelled. (default: all; for list and csv scheduled and postponed)",
      valueName: "status"),
    completion: .list(SelectionNames.statuses))
  var status: [String] = []

  func validate() throws {
    if within != nil, near == nil { throw ValidationError("--within needs --near") }
    // As from a shell's variable that is not set: '--exclude ""' would leave out everything.
    for (option, values) in [
      ("--country", country), ("--city", city), ("--near", near.map { [$0] } ?? []),
      ("--organizer", organizer), ("--search", search), ("--exclude", exclude),
    ] where values.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
      throw ValidationError("the value of \(option) is empty")
    }
    // What is wrong in a value is said before anything is read.
    _ = try selection(defaultStatuses: [], from: nil)
  }

  /// Whether cities or countries are asked for, which must be looked up among the events' places.
  var needsPlaces: Bool { !city.isEmpty || !country.isEmpty }

  /// The selection that the options say; `from` is the default of `--from`.
  func selection(
    defaultStatuses: Set<EventStatus>, from defaultStart: CivilDate?
  ) throws -> Selection {
    do {
      return try makeSelection(defaultStatuses, defaultStart)
    } catch {
      throw ValidationError(error.description)
    }
  }

  private func makeSelection(
    _ defaultStatuses: Set<EventStatus>, _ defaultStart: CivilDate?
  ) throws(SelectionError) -> Selection {
    var selection = Selection()
    if !region.isEmpty {
      selection.regions = try SelectionNames.regions(region.joined(separator: ","))
    }
    selection.countries = country.flatMap { SelectionNames.countries($0) }
    selection.cities = city.map { CityQuery($0) }
    if let near { selection.near = try NearQuery(near, within: distance()) }
    let today = Environment.today
    if let from { selection.from = try DayExpression.parse(from, today: today) }
    if let to { selection.to = try DayExpression.parse(to, today: today) }
    if !mode.isEmpty { selection.modes = try SelectionNames.modes(mode.joined(separator: ",")) }
    selection.organizers = organizer
    selection.searches = search
    selection.exclusions = exclude
    selection.statuses =
      status.isEmpty
      ? defaultStatuses : try SelectionNames.statuses(status.joined(separator: ","))
    selection.from = selection.from ?? defaultStart
    return selection
  }

  private func distance() throws(SelectionError) -> Double {
    guard let within else { return NearQuery.defaultDistance }
    guard let kilometres = Double(within), kilometres >= 0, kilometres.isFinite else {
      throw .invalidDistance(within)
    }
    return kilometres
  }

  /// What is selected in words, for the calendar's name; nil where it is everything.
  var summary: String? {
    let parts =
      region + country + city + (near.map { ["near \($0)"] } ?? []) + mode + organizer + search
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension String {
  /// The name as a shell takes it without quotes: `north-america`.
  fileprivate func replacingSpaces() -> String {
    String(map { $0 == " " ? "-" : $0 }).lowercased()
  }
}
