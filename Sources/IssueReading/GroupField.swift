import EventModel

/// What stands behind the place: the groups, and what else is written beside them.
struct GroupField {
  /// The linked names; without any the unlinked text.
  var organizers: [Organizer]
  /// Links that say that they are no group.
  var links: [Link]
  /// The text beside the links.
  var note: Text?
}

extension Text {
  /// The text, or nil where there is none.
  var nonEmpty: Text? { isEmpty ? nil : self }
}

extension GroupField {
  /// Reads the field that a range holds.
  init(
    _ buffer: [UInt8], _ range: Range<Int>, scanner: inout LinkScanner,
    definitions: inout LinkDefinitions
  ) {
    let text = LinkedText(buffer, range, scanner: &scanner, definitions: &definitions)
    organizers = []
    links = []
    note = text.note
    for entry in text.entries where !entry.title.isEmpty {
      if LinkWords.isNoGroup(entry.title), !organizers.isEmpty {
        if let url = entry.url { links.append(Link(title: entry.title, url: url)) }
      } else {
        organizers.append(Organizer(name: entry.title, url: entry.url))
      }
    }
    if organizers.isEmpty, let name = note {
      organizers = [Organizer(name: name, url: nil)]
      note = nil
    }
  }
}
