import EventModel

/// Reads what a page's things say into events.
struct EventFacts {
  let graph: ThingGraph
  /// The address that relative ones on the page are relative to; nil where it is not known.
  let base: String?

  /// The events of a format, in the order of the page.
  func events(of format: PageFormat) -> [PageEvent] {
    var events: [PageEvent] = []
    for number in graph.things.indices where graph[number].format == format {
      guard isEvent(number) else { continue }
      var event = event(graph[number])
      guard Self.isSomething(event) else { continue }
      for field in PageEvent.Field.allCases where event.has(field) {
        event.formats[field] = format
      }
      events.append(event)
    }
    return events
  }

  /// Whether enough is said of an event to speak of it.
  private static func isSomething(_ event: PageEvent) -> Bool {
    event.name != nil || event.start != nil || event.url != nil || event.description != nil
  }

  // MARK: Which things are events

  /// Whether a thing is an event of the page: none that only belongs to another one.
  private func isEvent(_ number: Int) -> Bool {
    guard isEventType(number), !graph[number].properties.isEmpty else { return false }
    var child = number
    var steps = 0
    while let parent = graph[child].parent, steps < LenientJSON.deepestNesting * 8 {
      if isEventType(parent.number), !isPart(parent.property, of: parent.number) { return false }
      child = parent.number
      steps += 1
    }
    return true
  }

  private func isEventType(_ number: Int) -> Bool {
    let thing = graph[number]
    if thing.types.contains(EventTypes.series), !hasStart(thing) { return false }
    if thing.types.contains(where: EventTypes.isEvent) { return true }
    return thing.values("additionalType").contains { value in
      (value.link ?? value.text).flatMap(SchemaName.local).map(EventTypes.isEvent) ?? false
    }
  }

  private func hasStart(_ thing: Thing) -> Bool { !thing.values("startDate").isEmpty }

  /// Whether what a property of an event holds are the events themselves: those that a tour or a
  /// course without a day of its own consists of.
  private func isPart(_ property: String, of number: Int) -> Bool {
    ["subEvent", "subEvents", "event", "events"].contains(property) && !hasStart(graph[number])
  }

  // MARK: One event

  private func event(_ thing: Thing) -> PageEvent {
    var event = PageEvent()
    event.name = line(thing, "name") ?? summary(thing)
    event.start = time(thing, "startDate", on: nil)
    event.end = time(thing, "endDate", on: event.start?.date)
    event.previousStart = time(thing, "previousStartDate", on: nil)
    event.timeZone = timeZone(thing)
    event.mode = StatedWords.mode(words(thing, "eventAttendanceMode"))
    event.status = StatedWords.status(words(thing, "eventStatus"))
    event.isFree = isFree(thing)
    event.language = language(thing)
    event.organizer = organizer(thing)
    event.url = url(thing)
    event.image =
      thing.values("image").lazy.compactMap(address(ofPicture:)).first
      ?? thing.values("photo").lazy.compactMap(address(ofPicture:)).first
    event.description = description(thing)
    PlaceFacts(graph: graph).read(thing, into: &event)
    return event
  }

  /// The first text of a property, on one line.
  private func line(_ thing: Thing, _ name: String) -> Text? {
    thing.values(name).lazy.compactMap { graph.line($0) }.first
  }

  /// The name of events of schema.org's forerunner.
  private func summary(_ thing: Thing) -> Text? {
    thing.format == .microformats ? nil : line(thing, "summary")
  }

  private func description(_ thing: Thing) -> Text? {
    for name in ["description", "content", "summary"] {
      for value in thing.values(name) {
        guard !value.isFlag, let text = value.text,
          let lines = PageText.lines(text, mayBeMarkup: value.mayBeMarkup)
        else { continue }
        return lines
      }
    }
    return nil
  }

  private func time(_ thing: Thing, _ name: String, on date: CivilDate?) -> PageTime? {
    for value in thing.values(name) {
      for text in [value.text, value.visible, value.link] {
        if let text, let time = TimeText.time(text, on: date) { return time }
      }
    }
    return nil
  }

  private func timeZone(_ thing: Thing) -> Text? {
    for value in thing.values("eventSchedule") {
      guard let schedule = graph.thing(value), let zone = line(schedule, "scheduleTimezone")
      else { continue }
      return zone
    }
    return nil
  }

  private func words(_ thing: Thing, _ name: String) -> [String] {
    thing.values(name).compactMap { $0.text ?? $0.link ?? graph.thing($0)?.id }
  }

  private func language(_ thing: Thing) -> Text? {
    for value in thing.values("inLanguage") {
      if let language = graph.thing(value) {
        if let name = line(language, "alternateName") ?? line(language, "name") { return name }
      } else if let name = graph.line(value) {
        return name
      }
    }
    return nil
  }

  private func organizer(_ thing: Thing) -> Organizer? {
    for value in thing.values("organizer") {
      if let group = graph.thing(value) {
        guard let name = line(group, "name") ?? line(group, "legalName") else { continue }
        return Organizer(name: name, url: url(group))
      }
      guard let name = graph.line(value), !WebReference.isAbsolute(name.string) else { continue }
      return Organizer(name: name, url: value.link.flatMap(address))
    }
    return nil
  }

  // MARK: Addresses

  /// The address of a thing: its `url`, else the identifier that is a page's address.
  private func url(_ thing: Thing) -> Text? {
    for name in ["url", "mainEntityOfPage"] {
      for value in thing.values(name) where !value.isFlag {
        let target = value.thing.map { graph[$0] }
        let reference = value.link ?? value.text ?? target?.id ?? target.flatMap(firstURL)
        if let address = reference.flatMap(address) { return address }
      }
    }
    guard let id = thing.id, WebReference.isAbsolute(id), !id.utf8.contains(UInt8(ascii: "#")),
      thing.format != .rdfa
    else { return nil }
    return address(id)
  }

  private func firstURL(_ thing: Thing) -> String? {
    thing.values("url").lazy.compactMap { $0.link ?? $0.text }.first
  }

  private func address(_ reference: String) -> Text? {
    let text = reference.utf8.contains(UInt8(ascii: "&")) ? PageText.decoded(reference) : reference
    return WebReference.resolve(text, base: base).map { Text($0) }
  }

  /// The address of a picture: a text, a link or an ImageObject.
  private func address(ofPicture value: PropertyValue) -> Text? {
    guard let picture = graph.thing(value) else {
      return value.isFlag ? nil : (value.link ?? value.text).flatMap(address)
    }
    for name in ["url", "contentUrl"] {
      for value in picture.values(name) {
        if let address = (value.link ?? value.text).flatMap(address) { return address }
      }
    }
    return picture.id.flatMap { WebReference.isAbsolute($0) ? address($0) : nil }
  }

  // MARK: What it costs

  private func isFree(_ thing: Thing) -> Bool? {
    for word in words(thing, "isAccessibleForFree") {
      if let flag = StatedWords.flag(word) { return flag }
    }
    let prices = thing.values("offers").compactMap(graph.thing).flatMap { offer in
      ["price", "lowPrice", "highPrice"].flatMap { offer.values($0) }
    }
    let amounts = prices.compactMap { $0.text.flatMap(StatedWords.amountIsZero) }
    guard let first = amounts.first else { return nil }
    // Where some pay and others do not, the page does not say that it is free, nor that it is not.
    return amounts.allSatisfy { $0 == first } ? first : nil
  }
}

extension ThingGraph {
  /// A value as a text of one line: the text itself, or what people see in its place.
  func line(_ value: PropertyValue) -> Text? {
    if let number = value.thing {
      return self[number].values("name").lazy.compactMap { self.line($0) }.first
    }
    if value.isFlag { return nil }
    return value.text.flatMap { PageText.line($0, mayBeMarkup: value.mayBeMarkup) }
  }
}
