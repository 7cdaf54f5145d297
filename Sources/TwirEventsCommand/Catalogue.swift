import EventCatalog
import EventModel

/// The events of some sources, read and united: what any number of selections choose from.
struct Catalogue: Sendable {
  /// All events, in the order of start, title and UID.
  let events: [Event]
  /// Where the issues came from.
  let origin: SourceReader.Origin
  /// The day of the newest issue.
  let newest: CivilDate
  /// Where the events take place; nil before ``indexPlaces()``.
  private var places: PlaceDirectory?

  init(events: [Event], origin: SourceReader.Origin, newest: CivilDate) {
    self.events = events
    self.origin = origin
    self.newest = newest
  }

  /// Makes the directory of places, once for all selections that ask for cities or countries.
  mutating func indexPlaces() {
    if places == nil { places = PlaceDirectory(of: events) }
  }

  /// Looks up the cities and countries of a selection; returns the names that no event has.
  func prepare(_ selection: inout Selection) -> [UnknownName] {
    places.map { selection.prepare(with: $0) } ?? selection.prepare(for: events)
  }

  /// The numbers of the events that a prepared selection wants, of those that the issues list.
  func numbers(of selection: Selection, issues: IssueFilter) -> [Int] {
    let span = events.span
    let newest = newest
    let isWanted = { (event: Event) in
      issues.matches(event, newest: newest) && selection.matches(event)
    }
    var numbers: [Int] = []
    if let candidates = selection.candidates {
      for number in candidates where isWanted(span[number]) { numbers.append(number) }
    } else {
      for number in span.indices where isWanted(span[number]) { numbers.append(number) }
    }
    return numbers
  }

  /// The issues that count where `--issues` is not given.
  var defaultIssues: IssueFilter { origin == .archive ? .recent : .all }
}
