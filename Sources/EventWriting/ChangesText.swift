package import EventModel

/// What changed between two issues, for people at a terminal, grouped by what happened.
///
/// ```
/// Moved
///   Mon 14 Apr 2031  Rust on Small Boards  Nairobi, KE
///     Date: Sat 12 Apr 2031 -> Mon 14 Apr 2031
/// ```
package struct ChangesText {
  /// The columns of the terminal; nil writes every line whole.
  private let width: Int?
  private let color: Bool

  /// A text for a terminal of so many columns.
  package init(width: Int? = nil, color: Bool = false) {
    self.width = width
    self.color = color
  }

  /// Writes the changes, each under the first of its kinds.
  package func write(_ changes: [EventChange], into buffer: inout OutputBuffer) {
    var isFirst = true
    for kind in EventChange.Kind.allCases {
      let group = changes.filter { $0.kinds.first == kind }
      if group.isEmpty { continue }
      if !isFirst { buffer.append("\n") }
      isFirst = false
      let heading = ChangeWording.heading(of: kind)
      line(TerminalStyle.heading.applied(to: heading, inColor: color), to: &buffer)
      for change in group { write(change, into: &buffer) }
    }
  }

  private func write(_ change: EventChange, into buffer: inout OutputBuffer) {
    let event = change.event
    let mark = TerminalTable.Mark(event).map { " [\($0.rawValue)]" } ?? ""
    let title = TerminalText.string(event.details.title)
    let isMarked = mark.isEmpty || TerminalTable.Mark(event)?.isSaid(in: title) == true
    let parts = [
      DayName.long(event.details.dates.first), title + (isMarked ? "" : mark),
      ChangeWording.place(of: event), ChangeWording.groups(of: event),
    ]
    line(fitted("  " + parts.filter { !$0.isEmpty }.joined(separator: "  ")), to: &buffer)
    for difference in ChangeWording.differences(of: change) {
      let text = fitted("    " + Self.text(of: difference))
      line(TerminalStyle.faint.applied(to: text, inColor: color), to: &buffer)
    }
  }

  /// `Title: April Meetup -> Embedded Evening`.
  private static func text(of difference: ChangeWording.Difference) -> String {
    let sides = [difference.before, difference.after].filter { !$0.isEmpty }
    let arrow = difference.after.isEmpty ? " -> (none)" : ""
    return "\(difference.label): " + sides.joined(separator: " -> ") + arrow
  }

  private func fitted(_ text: String) -> String {
    width.map { DisplayWidth.fitted(text, to: $0).text } ?? text
  }

  private func line(_ text: String, to buffer: inout OutputBuffer) {
    buffer.append(text: Text(text))
    buffer.append("\n")
  }
}
