package import EventModel

/// The events as a JSCalendar Group of Events: RFC 8984; one event a line.
///
/// An event holds what ``ICalendar`` writes of it, in JSCalendar's own terms.
package struct JSCalendar: EventWriter {
  let options: ICalendar.Options
  private var isEmpty = true
  /// The last day on which anything changed, which is that of the group.
  private var updated: CivilDate?

  /// A writer of one group.
  package init(options: ICalendar.Options = ICalendar.Options()) { self.options = options }

  package mutating func begin(into buffer: inout OutputBuffer) {
    buffer.append("{\"@type\":\"Group\"")
    buffer.member("uid") { appendUID(to: &$0) }
    buffer.member("prodId") { $0.append("-//twir-events//twir-events//EN") }
    buffer.member("title", text: options.name)
    buffer.member("description", text: options.description)
    buffer.member("color", text: options.color)
    if let address = options.feedURL.map(WebAddress.init), address.isWeb {
      buffer.member("source") { address.append(to: &$0) }
    }
    buffer.append(",\"entries\":[")
  }

  package mutating func write(_ event: Event, into buffer: inout OutputBuffer) {
    guard let state = options.state(of: event) else { return }
    buffer.append(isEmpty ? "\n" : ",\n")
    isEmpty = false
    updated = max(updated ?? event.modified, event.modified)
    appendEvent(event, state, to: &buffer)
  }

  package mutating func end(into buffer: inout OutputBuffer) {
    buffer.append(isEmpty ? "]" : "\n]")
    // RFC 8984 §4.1.6: mandatory; known only now, and the order of members is free.
    buffer.member("updated", midnight: updated ?? .epoch)
    buffer.append("}\n")
  }

  /// Appends an identifier that stays while the calendar keeps its name.
  private func appendUID(to buffer: inout OutputBuffer) {
    var needsHyphen = false
    for offset in 0..<options.name.count {
      let byte = ASCII.lowercased(options.name[offset])
      guard ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte >= 0x80 else {
        needsHyphen = true
        continue
      }
      if needsHyphen { buffer.append(ASCII.hyphen) }
      needsHyphen = false
      buffer.append(byte)
    }
    buffer.append("@twir-events")
  }
}

extension CivilDate {
  /// 1970-01-01.
  fileprivate static let epoch = CivilDate(dayNumber: 0) ?? .distantPast
}

extension OutputBuffer {
  /// Appends a member of an object after others, whose value is what `value` appends as a string; one
  /// without is left out.
  mutating func member(_ name: StaticString, _ value: (inout OutputBuffer) -> Void) {
    let start = count
    append(",\"")
    append(name)
    append("\":\"")
    let valueStart = count
    value(&self)
    if count == valueStart { truncate(to: start) } else { append(ASCII.quote) }
  }

  /// Appends a member that is a text, trimmed and cleaned.
  mutating func member(_ name: StaticString, text: Text?) {
    guard let text else { return }
    member(name) { JSONValueText.append(text, to: &$0) }
  }

  /// Appends a member that is the first moment of a day, UTC.
  mutating func member(_ name: StaticString, midnight day: CivilDate) {
    member(name) {
      $0.append(day)
      $0.append("T00:00:00Z")
    }
  }
}
