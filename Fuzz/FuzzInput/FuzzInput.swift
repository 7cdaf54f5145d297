package import EventModel

/// What the fuzzer hands to a target, and what must hold of everything that is read from it.
package enum FuzzInput {
  /// A copy of the fuzzer's bytes.
  ///
  /// The pointer is not kept: libFuzzer lends it for one call, `count` bytes long.
  package static func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// The same text with U+FFFD where the bytes are no UTF-8, which is what the grammars get.
  package static func text(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
    unsafe Array(String(decoding: bytes(start, count), as: UTF8.self).utf8)
  }

  /// Stops the fuzzer where a text breaks its invariant: valid UTF-8 inside its buffer.
  package static func check(_ text: Text) {
    precondition(text.range.upperBound <= text.buffer.count, "a text reaches beyond its buffer")
    precondition(
      String(validating: text.buffer[text.range], as: UTF8.self) != nil, "a text is no UTF-8")
  }

  /// Stops the fuzzer where an issue's texts are invalid or its items were miscounted.
  package static func check(_ issue: Issue) {
    for listing in issue.listings { check(listing.details) }
    for call in issue.calls {
      check(call.details.title)
      if let url = call.details.url { check(url) }
    }
    precondition(issue.unreadItemCount <= issue.itemCount, "more items were unread than there are")
    precondition(issue.silentItemCount == 0, "an item was dropped in silence")
    precondition(issue.diagnostics.count <= 1_000, "the diagnostics are not bounded")
  }

  /// Stops the fuzzer where a text that was read of a page is invalid.
  package static func check(_ reading: PageReading) {
    if let url = reading.url { check(url) }
    if let title = reading.page.title { check(title) }
    for event in reading.events {
      let texts = [
        event.name, event.timeZone, event.venue, event.address, event.city, event.country,
        event.organizer?.name, event.url, event.description, event.image, event.language,
      ]
      for text in texts.compactMap(\.self) { check(text) }
    }
  }

  /// Stops the fuzzer where one of an event's texts is invalid.
  package static func check(_ details: EventDetails) {
    check(details.title)
    for place in details.places { check(place) }
    for organizer in details.organizers {
      check(organizer.name)
      if let url = organizer.url { check(url) }
    }
    for link in details.links {
      check(link.title)
      check(link.url)
    }
    if let url = details.url { check(url) }
    if let description = details.description { check(description) }
  }

  /// Stops the fuzzer where one of a place's texts is invalid.
  package static func check(_ place: Place) {
    if let city = place.city { check(city) }
    for name in place.otherNames { check(name) }
    if let subdivision = place.subdivision { check(subdivision) }
  }
}
