import EventModel

/// The plain text that a calendar shows under an event.
///
/// One line each: what stands beside the links, the groups and their pages, mode, places, a link that
/// is no web address, further links, an unusual status, the first issue that lists it, and since
/// when it is gone. Nothing in it changes from week to week while the event does not.
struct EventDescription<Form: TextForm> {
  private let start: Int

  /// Appends the description of an event, with its own link if that is shown nowhere else.
  static func append(
    of event: Event, unlinked address: WebAddress?, to buffer: inout OutputBuffer,
    as form: Form.Type
  ) {
    let lines = EventDescription(start: buffer.count)
    lines.appendFacts(of: event.details, to: &buffer)
    if let address {
      lines.line("Link: ", to: &buffer) { address.append(to: &$0, as: Form.self) }
    }
    lines.appendLinks(of: event.details, to: &buffer)
    lines.appendHistory(of: event, to: &buffer)
  }

  /// Appends a line; what begins with nothing after its label is left out.
  @inline(__always)
  private func line(
    _ label: StaticString, to buffer: inout OutputBuffer,
    _ value: (inout OutputBuffer) -> Void
  ) {
    let before = buffer.count
    if before > start { buffer.append(Form.lineBreak) }
    buffer.append(label)
    let valueStart = buffer.count
    value(&buffer)
    if buffer.count == valueStart { buffer.truncate(to: before) }
  }

  private func appendFacts(of details: EventDetails, to buffer: inout OutputBuffer) {
    if let description = details.description {
      line("", to: &buffer) { Form.append(lines: description, to: &$0) }
    }
    for group in details.organizers {
      line("Group: ", to: &buffer) {
        EventWording.appendContact(group, separator: " - ", to: &$0, as: Form.self)
      }
    }
    if let mode = details.mode {
      line("Mode: ", to: &buffer) { $0.append(EventWording.name(of: mode)) }
    }
    line(details.places.count > 1 ? "Places: " : "Place: ", to: &buffer) {
      EventWording.appendPlaces(details.places, to: &$0, as: Form.self)
    }
  }

  private func appendLinks(of details: EventDetails, to buffer: inout OutputBuffer) {
    for link in details.links {
      line("", to: &buffer) {
        let start = $0.count
        Form.append(link.title, to: &$0)
        let titleEnd = $0.count
        if titleEnd > start { $0.append(": ") }
        let urlStart = $0.count
        WebAddress(link.url).append(to: &$0, as: Form.self)
        if $0.count == urlStart { $0.truncate(to: start) }
      }
    }
  }

  private func appendHistory(of event: Event, to buffer: inout OutputBuffer) {
    if event.details.status != .scheduled {
      line("Status: ", to: &buffer) { $0.append(event.details.status.name) }
    }
    let issue = event.firstSource.issue
    line("First listed in This Week in Rust ", to: &buffer) {
      if let number = issue.number {
        $0.append(decimal: Int(number))
      } else {
        $0.append("of ")
        $0.append(issue.date)
      }
    }
    if let gone = event.withdrawnSince {
      line("No longer listed since ", to: &buffer) { $0.append(gone) }
    }
  }
}
