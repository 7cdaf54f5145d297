import EventModel

/// The words in which terminals and feeds tell what changed of an event.
enum ChangeWording {
  /// A field whose value is another now.
  struct Difference: Equatable {
    /// The field.
    var label: String
    /// What it was; empty where it was nothing.
    var before: String
    /// What it is; empty where it is nothing.
    var after: String
  }

  /// What changes of a kind are called together.
  static func heading(of kind: EventChange.Kind) -> String {
    switch kind {
    case .new: "New"
    case .cancelled: "Cancelled"
    case .withdrawn: "No longer listed"
    case .back: "Listed again"
    case .moved: "Moved"
    case .renamed: "Renamed"
    case .updated: "Updated"
    }
  }

  /// What differs, field by field; nothing for a new event.
  static func differences(of change: EventChange) -> [Difference] {
    guard let before = change.before else { return [] }
    let fields: [(label: String, value: (Event) -> String)] = [
      ("Date", days), ("Title", { TerminalText.string($0.details.title) }),
      ("Status", { "\($0.details.status.name)" }), ("Place", place), ("Mode", mode),
      ("Venue", venue), ("Group", groups), ("Link", link),
    ]
    var differences = fields.compactMap { field in
      let (old, new) = (field.value(before), field.value(change.event))
      return old == new ? nil : Difference(label: field.label, before: old, after: new)
    }
    let others = otherFields(of: before, change.event)
    if !others.isEmpty {
      differences.append(
        Difference(label: "Also changed", before: "", after: others.joined(separator: ", ")))
    }
    return differences
  }

  /// `Thu 12 Feb 2026, 19:00 +01:00`, `Fri 11 Apr 2031 to Sun 13 Apr 2031`.
  static func days(of event: Event) -> String {
    let dates = event.details.dates
    var text = DayName.long(dates.first)
    if dates.isRange { text += " to \(DayName.long(dates.last))" }
    guard let start = event.page?.hours?.start else { return text }
    // RFC 3339: the time and the offset follow a T.
    let time = start.description.split(separator: "T").last.map(String.init) ?? ""
    return "\(text), \(time.prefix(5)) \(time.dropFirst(8))"
  }

  /// Where it takes place, and how where that is not plain from it.
  static func place(of event: Event) -> String {
    TerminalText.string {
      EventWording.appendLocation(of: event.details, to: &$0, as: PlainText.self)
    }
  }

  private static func mode(of event: Event) -> String {
    event.details.mode.map { "\(EventWording.name(of: $0))" } ?? ""
  }

  private static func venue(of event: Event) -> String {
    let parts = [event.page?.venue?.name, event.page?.venue?.address].compactMap(\.self)
    return parts.map(TerminalText.string).joined(separator: ", ")
  }

  /// The names of the groups.
  static func groups(of event: Event) -> String {
    event.details.organizers.map { TerminalText.string($0.name) }.joined(separator: ", ")
  }

  private static func link(of event: Event) -> String {
    guard let url = event.details.url else { return "" }
    return TerminalText.string { WebAddress(url).append(to: &$0, as: PlainText.self) }
  }

  /// Fields that are told by name alone: their values are long, or say nothing to people.
  private static func otherFields(of before: Event, _ event: Event) -> [String] {
    let (old, new) = (before.details, event.details)
    var names: [String] = []
    if old.regions != new.regions { names.append("regions") }
    if old.links != new.links { names.append("further links") }
    if old.organizers != new.organizers, groups(of: before) == groups(of: event) {
      names.append("the group's page")
    }
    if old.description != new.description || before.page?.description != event.page?.description {
      names.append("description")
    }
    if before.page?.image != event.page?.image { names.append("picture") }
    return names
  }
}
