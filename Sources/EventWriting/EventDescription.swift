import EventModel

/// The plain text that a calendar shows under an event.
///
/// One line each: what stands beside the links, the groups and their pages, mode, places, a link that
/// is no web address, further links, an unusual status, what the list has where the page says
/// otherwise, the first issue that lists it, and since when it is gone; then what the page says of it.
/// Nothing in it changes from week to week while the event does not.
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
    let page = event.page
    if let page { lines.appendListed(page, to: &buffer) }
    lines.appendHistory(of: event, to: &buffer)
    if let text = page?.description { lines.appendText(text, to: &buffer) }
  }

  /// The most bytes of a page's description: who wants more opens the page.
  private static var textLimit: Int { 3_000 }

  private func appendText(_ text: Text, to buffer: inout OutputBuffer) {
    line("", to: &buffer) { buffer in
      // An empty line parts what is known from what is told.
      let start = buffer.count
      buffer.append(Form.lineBreak)
      let textStart = buffer.count
      Form.append(lines: text.prefix(Self.textLimit), to: &buffer)
      if buffer.count == textStart { return buffer.truncate(to: start) }
      if text.count > Self.textLimit { buffer.append(" …") }
    }
  }

  /// Appends what the list has, where the page says otherwise.
  private func appendListed(_ page: PageFacts, to buffer: inout OutputBuffer) {
    if let dates = page.listedDates {
      line("This Week in Rust has it on ", to: &buffer) {
        $0.append(dates.first)
        if dates.isRange {
          $0.append(" to ")
          $0.append(dates.last)
        }
      }
    }
    line("This Week in Rust has it in ", to: &buffer) {
      EventWording.appendPlaces(page.listedPlaces, to: &$0, as: Form.self)
    }
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

extension Text {
  /// The text up to the last space within so many bytes, else up to the last whole character.
  fileprivate func prefix(_ limit: Int) -> Text {
    if count <= limit { return self }
    var end = limit
    while end > limit / 2, self[end] != ASCII.space, self[end] != ASCII.lineFeed { end -= 1 }
    if end > limit / 2 { return slice(0..<end) }
    end = limit
    while end > 0, self[end] & 0xC0 == 0x80 { end -= 1 }
    return slice(0..<end)
  }
}
