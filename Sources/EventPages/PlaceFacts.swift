import EventModel

/// Reads where an event takes place: `location`, in all the forms that pages give it.
struct PlaceFacts {
  let graph: ThingGraph

  /// Fills in the place of an event.
  func read(_ thing: Thing, into event: inout PageEvent) {
    let values = thing.values("location")
    // A place that can be walked to stands for the event, wherever it is in the list.
    let places = values.compactMap(graph.thing)
    if let place = places.first(where: { !isVirtual($0) && !$0.properties.isEmpty }) {
      read(place: place, into: &event)
    } else if let text = values.lazy.compactMap(text).first {
      event.venue = text
    }
    if event.coordinates == nil { event.coordinates = coordinates(of: thing) }
  }

  private func isVirtual(_ place: Thing) -> Bool { place.types.contains("VirtualLocation") }

  /// A place that is one text, which may be no address of the web.
  private func text(_ value: PropertyValue) -> Text? {
    guard graph.thing(value) == nil, let line = graph.line(value) else { return nil }
    return WebReference.isAbsolute(line.string) ? nil : line
  }

  private func read(place: Thing, into event: inout PageEvent) {
    let addresses = place.values("address")
    let address = addresses.lazy.compactMap(graph.thing).first
    let isAddress = place.types.contains("PostalAddress") || address == nil
    event.venue = line(place, "name") ?? line(place, "legalName")
    if let parts = address ?? (isAddress ? place : nil) {
      event.city = trimmed(line(parts, "addressLocality"))
      event.country = line(parts, "addressCountry")
      event.address = joined(parts)
    }
    if let text = addresses.lazy.compactMap(oneText).first { event.address = text }
    event.coordinates = coordinates(of: place) ?? address.flatMap(coordinates)
  }

  private func line(_ thing: Thing, _ name: String) -> Text? {
    thing.values(name).lazy.compactMap { graph.line($0) }.first
  }

  /// A city without the comma that some sites leave at its end.
  private func trimmed(_ text: Text?) -> Text? {
    guard let text, !text.isEmpty, text[text.count - 1] == UInt8(ascii: ",") else { return text }
    return text.slice(0..<text.count - 1)
  }

  // MARK: Addresses

  /// An address that is one text, perhaps of several lines.
  private func oneText(_ value: PropertyValue) -> Text? {
    guard !value.isFlag, graph.thing(value) == nil, let text = value.text,
      let lines = PageText.lines(text, mayBeMarkup: value.mayBeMarkup)
    else { return nil }
    let parts = lines.string.split(separator: "\n").map { $0.hasSuffix(",") ? $0.dropLast() : $0 }
    return Text(parts.joined(separator: ", "))
  }

  /// The parts of an address in the order of schema.org's examples, without those that the street
  /// has already.
  private func joined(_ address: Thing) -> Text? {
    var parts: [String] = []
    for name in Self.parts {
      guard let part = trimmed(line(address, name))?.string, !part.isEmpty else { continue }
      if !parts.dropFirst(0).contains(where: { Self.holds($0, part) }) { parts.append(part) }
    }
    return parts.isEmpty ? nil : Text(parts.joined(separator: ", "))
  }

  private static let parts = [
    "streetAddress", "extendedAddress", "postOfficeBoxNumber", "addressLocality", "addressRegion",
    "postalCode", "addressCountry",
  ]

  /// Whether a part of an address has another one after a comma already (`Main St 1, Portland, OR
  /// 97201` has `Portland` and `OR`).
  private static func holds(_ whole: String, _ part: String) -> Bool {
    let pieces = whole.split(separator: ",").dropFirst()
    let words = part.split(separator: " ").map { $0.lowercased() }
    return pieces.contains { piece in
      let all = piece.split(separator: " ").map { $0.lowercased() }
      return all.starts(with: words) || all.reversed().starts(with: words.reversed())
    }
  }

  // MARK: Coordinates

  private func coordinates(of thing: Thing) -> Coordinates? {
    if let own = point(of: thing) { return own }
    for value in thing.values("geo") {
      if let point = graph.thing(value) {
        if let point = self.point(of: point) { return point }
        if let text = line(point, "name"), let point = Self.point(text.string) { return point }
      } else if let text = value.text, let point = Self.point(text) {
        return point
      }
    }
    return nil
  }

  private func point(of thing: Thing) -> Coordinates? {
    guard let latitude = line(thing, "latitude"), let longitude = line(thing, "longitude") else {
      return nil
    }
    return Self.point(latitude.string, longitude.string)
  }

  /// Two numbers with `;` or `,` between them.
  private static func point(_ text: String) -> Coordinates? {
    let parts = text.split { $0 == ";" || $0 == "," }
    return parts.count == 2 ? point(String(parts[0]), String(parts[1])) : nil
  }

  /// The point of two numbers; 0, 0 in the Gulf of Guinea is where pages put what they do not know.
  static func point(_ latitude: String, _ longitude: String) -> Coordinates? {
    guard let latitude = millionths(latitude), let longitude = millionths(longitude),
      latitude != 0 || longitude != 0
    else { return nil }
    return Coordinates(latitude: latitude, longitude: longitude)
  }

  private static func millionths(_ text: String) -> Int32? {
    let trimmed = text.asciiWords.joined()
    guard let number = Double(trimmed), number.magnitude <= 180 else { return nil }
    return Int32((number * 1_000_000).rounded())
  }
}
