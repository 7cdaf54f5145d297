package import EventModel

/// A format that calls for papers are written in: the whole of them at once, for they are few.
package enum CallWriting {
  /// Writes the calls as a calendar: an all-day event on each closing date.
  ///
  /// - Parameters:
  ///   - calls: the calls, in the order in which they shall stand.
  ///   - options: the calendar's name, how often clients look again, and a reminder.
  ///   - buffer: where they are written.
  package static func calendar(
    _ calls: [CallRecord], options: ICalendar.Options, into buffer: inout OutputBuffer
  ) {
    var writer = ICalendar(options: options)
    writer.begin(into: &buffer)
    for call in calls { writer.write(entry(of: call), into: &buffer) }
    writer.end(into: &buffer)
  }

  /// The calendar's entry of a call: its own days and place are part of the description, for who
  /// answers the call need not be anywhere.
  private static func entry(of call: CallRecord) -> Event {
    var event = Event(closing: call)
    event.details.title = Text("CFP closes: \(call.details.title.string)")
    event.details.description = Text(description(of: call.details))
    event.details.mode = nil
    event.details.places = []
    return event
  }

  private static func description(of details: CallDetails) -> String {
    var lines: [String] = []
    if let dates = details.eventDates { lines.append("Event: \(days(dates))") }
    if let place = place(of: details) { lines.append("Place: \(place)") }
    if let description = details.description { lines.append(description.string) }
    return lines.joined(separator: "\n")
  }

  /// `2026-09-08 to 2026-09-11`.
  static func days(_ dates: EventDates) -> String {
    dates.isRange ? "\(dates.first) to \(dates.last)" : "\(dates.first)"
  }

  /// `Montreal, Quebec, CA`, `Virtual`, `Wien, AT (hybrid)`; nil where nothing is known.
  static func place(of details: CallDetails) -> String? {
    let event = EventDetails(
      title: details.title, dates: EventDates(details.closes), mode: details.mode,
      places: details.places)
    let place = TerminalText.string {
      EventWording.appendLocation(of: event, to: &$0, as: PlainText.self)
    }
    if details.mode == .hybrid { return place.isEmpty ? "Hybrid" : place + " (hybrid)" }
    return place.isEmpty ? nil : place
  }

  /// Writes the calls as one array of objects, a call a line: the keys of an event, whose `start` is
  /// the closing date, then `closes`, `event_start` and `event_end`.
  package static func objects(_ calls: [CallRecord], into buffer: inout OutputBuffer) {
    buffer.append(ASCII.leftBracket)
    for (index, call) in calls.enumerated() {
      buffer.append(index == 0 ? "\n" : ",\n")
      EventJSON.append(Event(closing: call), to: &buffer)
      // The object is opened again for the keys that only calls have.
      buffer.truncate(to: buffer.count - 1)
      buffer.append(",\"closes\":\"")
      buffer.append(call.details.closes)
      buffer.append(ASCII.quote)
      appendDay(",\"event_start\":", call.details.eventDates?.first, to: &buffer)
      let last = call.details.eventDates.flatMap { $0.isRange ? $0.last : nil }
      appendDay(",\"event_end\":", last, to: &buffer)
      buffer.append(ASCII.rightBrace)
    }
    buffer.append(calls.isEmpty ? "]\n" : "\n]\n")
  }

  private static func appendDay(
    _ key: StaticString, _ day: CivilDate?, to buffer: inout OutputBuffer
  ) {
    buffer.append(key)
    guard let day else { return buffer.append("null") }
    buffer.append(ASCII.quote)
    buffer.append(day)
    buffer.append(ASCII.quote)
  }

  /// Writes the calls as a table: the columns of ``CSV``, in which `start` is the closing date, then
  /// `closes`, `event_start` and `event_end`.
  package static func table(_ calls: [CallRecord], into buffer: inout OutputBuffer) {
    var writer = CSV()
    writer.begin(into: &buffer)
    endRow(of: &buffer) { $0.append(",closes,event_start,event_end") }
    for call in calls {
      writer.write(Event(closing: call), into: &buffer)
      endRow(of: &buffer) {
        $0.append(ASCII.comma)
        $0.append(call.details.closes)
        $0.append(ASCII.comma)
        if let dates = call.details.eventDates { $0.append(dates.first) }
        $0.append(ASCII.comma)
        if let dates = call.details.eventDates, dates.isRange { $0.append(dates.last) }
      }
    }
    writer.end(into: &buffer)
  }

  /// Opens the last row again and appends cells to it.
  private static func endRow(
    of buffer: inout OutputBuffer, _ cells: (inout OutputBuffer) -> Void
  ) {
    buffer.truncate(to: buffer.count - 2)
    cells(&buffer)
    buffer.append("\r\n")
  }

  /// Writes the calls for people to read, grouped by closing date.
  ///
  /// ```
  /// Mon 16 Feb 2026
  ///   RustConf 2026
  ///     2026-09-08 to 2026-09-11, Montreal, Quebec, CA
  ///     https://sessionize.com/rustconf-2026/
  /// ```
  package static func text(_ calls: [CallRecord], into buffer: inout OutputBuffer) {
    var day: CivilDate?
    for call in calls {
      let details = call.details
      if day != details.closes {
        if day != nil { buffer.append("\n") }
        day = details.closes
        line(DayName.long(details.closes), to: &buffer)
      }
      appendText(of: details, to: &buffer)
    }
  }

  private static func appendText(of details: CallDetails, to buffer: inout OutputBuffer) {
    line("  " + TerminalText.string(details.title), to: &buffer)
    let facts = [details.eventDates.map(days), place(of: details)].compactMap(\.self)
    if !facts.isEmpty { line("    " + facts.joined(separator: ", "), to: &buffer) }
    if let note = details.description { line("    " + TerminalText.string(note), to: &buffer) }
    guard let url = details.url else { return }
    let address = TerminalText.string { WebAddress(url).append(to: &$0, as: PlainText.self) }
    if !address.isEmpty { line("    " + address, to: &buffer) }
  }

  private static func line(_ text: String, to buffer: inout OutputBuffer) {
    buffer.append(text: Text(text))
    buffer.append("\n")
  }
}
