package import EventModel

/// The events as a table for people at a terminal, grouped by day.
///
/// ```
/// Wed 11 Feb 2026
///   Rust Hack Night (until Fri 13 Feb)   Nürnberg, DE     Rust Nuremberg
///   19:00  Rust Talks                    Berlin, DE       Rust Berlin
/// ```
package struct TerminalTable: EventWriter {
  /// What the terminal can show.
  package struct Options: Sendable {
    /// The columns of the terminal; nil writes every text whole, without alignment.
    package var width: Int? = 80
    /// Whether to write colours.
    package var color = false

    /// The options for a terminal of so many columns.
    package init(width: Int? = 80, color: Bool = false) {
      self.width = width
      self.color = color
    }
  }

  private let options: Options
  private let columns: Columns?
  private var day: CivilDate?

  /// A table that fits the options.
  package init(options: Options = Options()) {
    self.options = options
    columns = options.width.map(Columns.init(width:))
  }

  package mutating func begin(into buffer: inout OutputBuffer) {}

  package mutating func write(_ event: Event, into buffer: inout OutputBuffer) {
    let first = event.details.dates.first
    if day != first {
      if day != nil { buffer.append("\n") }
      day = first
      append(
        TerminalStyle.heading.applied(to: DayName.long(first), inColor: options.color), to: &buffer)
      buffer.append("\n")
    }
    append(row(for: event), to: &buffer)
    buffer.append("\n")
  }

  package mutating func end(into buffer: inout OutputBuffer) {}

  private func append(_ string: String, to buffer: inout OutputBuffer) {
    buffer.append(text: Text(string))
  }

  private func row(for event: Event) -> String {
    let details = event.details
    let listed = TerminalText.string(details.title)
    let title = hour(of: event) + listed
    let place = TerminalText.string { appendPlace(of: details, to: &$0) }
    let group = details.organizers.map { TerminalText.string($0.name) }
      .filter { $0 != listed }.joined(separator: ", ")
    let mark = Mark(event)
    guard let columns else {
      let shown = mark.flatMap { $0.isSaid(in: title) ? nil : $0 }
      let titled = styled(title, suffix(of: details.dates, shown), shown)
      return "  " + [titled, place, group].filter { !$0.isEmpty }.joined(separator: "  ")
    }
    var row = "  " + titleCell(title, details.dates, mark, columns)
    row += "  " + padded(place, to: columns.place) + "  "
    let cutGroup = DisplayWidth.fitted(group, to: columns.group).text
    row += TerminalStyle.faint.applied(to: cutGroup, inColor: options.color)
    while row.utf8.last == ASCII.space { row.removeLast() }
    return row
  }

  /// The hour at which an event begins and a gap, where its page gave one.
  ///
  /// It is that of the place; who attends from afar reads its distance from UTC too.
  private func hour(of event: Event) -> String {
    guard let start = event.page?.hours?.start else { return "" }
    let time = String(start.description.dropFirst(11).prefix(5))
    guard event.details.mode == .virtual else { return time + "  " }
    let offset = Int(start.offsetMinutes.magnitude)
    if offset == 0 { return time + " UTC  " }
    let minutes = offset % 60
    return time + (start.offsetMinutes < 0 ? " UTC-" : " UTC+") + String(offset / 60)
      + (minutes == 0 ? "  " : (minutes < 10 ? ":0" : ":") + "\(minutes)  ")
  }

  /// The title and what follows it in their column; the title gives way first.
  private func titleCell(
    _ title: String, _ dates: EventDates, _ mark: Mark?, _ columns: Columns
  ) -> String {
    let unmarked = suffix(of: dates, nil)
    let cut = fittedTitle(title, before: unmarked, columns)
    guard let mark, !mark.isSaid(in: cut.text) else {
      return titleCell(cut, unmarked, nil, columns)
    }
    // Also where the title says it in what is cut off.
    let marked = suffix(of: dates, mark)
    return titleCell(fittedTitle(title, before: marked, columns), marked, mark, columns)
  }

  private func fittedTitle(
    _ title: String, before suffix: String, _ columns: Columns
  ) -> (text: String, columns: Int) {
    let room = max(columns.title - DisplayWidth.columns(of: suffix), min(columns.title, 8))
    return DisplayWidth.fitted(title, to: room)
  }

  private func titleCell(
    _ cut: (text: String, columns: Int), _ suffix: String, _ mark: Mark?, _ columns: Columns
  ) -> String {
    let cutSuffix = DisplayWidth.fitted(suffix, to: columns.title - cut.columns)
    return styled(cut.text, cutSuffix.text, mark)
      + spaces(columns.title - cut.columns - cutSuffix.columns)
  }

  private func appendPlace(of details: EventDetails, to buffer: inout OutputBuffer) {
    EventWording.appendLocation(of: details, to: &buffer, as: PlainText.self)
    if details.mode == .hybrid {
      if !buffer.isEmpty { buffer.append(ASCII.space) }
      buffer.append("(hybrid)")
    }
  }

  /// What follows the title: the last day of several, and what is unusual of the event.
  private func suffix(of dates: EventDates, _ mark: Mark?) -> String {
    let range = dates.isRange ? " (until \(DayName.short(dates.last, after: dates.first)))" : ""
    return range + (mark.map { " [\($0.rawValue)]" } ?? "")
  }

  private func styled(_ title: String, _ suffix: String, _ mark: Mark?) -> String {
    let style = mark?.style ?? .plain
    return title + style.applied(to: suffix, inColor: options.color)
  }

  /// A cell and the spaces that fill its column.
  private func padded(_ cell: String, to width: Int) -> String {
    let cut = DisplayWidth.fitted(cell, to: width)
    return cut.text + spaces(width - cut.columns)
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

extension TerminalTable {
  /// How a line of so many columns is shared out: an indent of two, gaps of two.
  struct Columns: Equatable {
    let title: Int
    let place: Int
    let group: Int

    /// Half for the title, the rest for place and group; never less than what shows something.
    init(width: Int) {
      let room = max(width, 30) - 6
      let side = min(room / 4, 32)
      title = room - 2 * side
      place = side
      group = side
    }
  }

  /// What is unusual of an event.
  enum Mark: String {
    case cancelled, postponed, withdrawn

    init?(_ event: Event) {
      switch event.details.status {
      case .cancelled: self = .cancelled
      case .postponed: self = .postponed
      case .scheduled:
        if event.withdrawnSince == nil { return nil }
        self = .withdrawn
      }
    }

    /// Whether a title says it already; what was withdrawn no title tells.
    func isSaid(in title: String) -> Bool {
      switch self {
      case .cancelled: EventStatus.cancelled.isSaid(in: Text(title))
      case .postponed: EventStatus.postponed.isSaid(in: Text(title))
      case .withdrawn: false
      }
    }

    var style: TerminalStyle { self == .cancelled ? .error : .warning }
  }
}
