internal import EventModel

/// The keys by which a listing or an event is known again, all hashed once.
struct Identity {
  /// The key of the URL; 0 without one.
  var url: UInt64 = 0
  /// The key of the group; 0 without one.
  var group: UInt64 = 0
  /// The key of the title.
  var title: UInt64
  /// The first day, as ``CivilDate/dayNumber``.
  var first: Int32
  /// The last day.
  var last: Int32
  /// Whether the URL names one occurrence.
  var isOccurrence = false

  /// Whether there is neither URL nor group.
  var isBare: Bool { url == 0 && group == 0 }

  /// Whether the URL is only the group's own page.
  var isGroupPage: Bool { url != 0 && url == group }

  /// The key of group and title; 0 without a group.
  var series: UInt64 { group == 0 ? 0 : KeyHash.key(group, title) }

  /// The key of group and first day; 0 without a group.
  var groupDay: UInt64 {
    group == 0 ? 0 : KeyHash.key(group, UInt64(bitPattern: Int64(first)))
  }

  /// The key of the group and several days; 0 without a group or for one day.
  var groupRange: UInt64 {
    group == 0 || first == last ? 0 : KeyHash.key(group, dayKey)
  }

  /// The key of title and days.
  var titleDays: UInt64 { KeyHash.key(title, dayKey) }

  private var dayKey: UInt64 {
    UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: last))
  }

  /// The keys of what a listing or all listings of an event say.
  init(_ details: EventDetails) {
    title = details.title.withSpan { bytes in
      var hash = KeyHash()
      hash.add(bytes, bytes.indices, foldingCase: true)
      return hash.key
    }
    first = details.dates.first.dayNumber
    last = details.dates.last.dayNumber
    let summary = details.url.flatMap(AddressKey.summary(of:))
    if let summary {
      url = summary.key
      isOccurrence = summary.isOccurrence
    }
    group = summary?.namedGroup ?? 0
    if group == 0 { takeGroup(from: details.organizers) }
  }

  /// Takes the first organizer's page, else the first name, and sees whether the event's URL is
  /// a group's.
  private mutating func takeGroup(from organizers: [Organizer]) {
    for organizer in organizers {
      guard let page = organizer.url, let summary = AddressKey.summary(of: page) else { continue }
      if group == 0 { group = summary.groupPage }
      // `luma.com/rust-girona` as a group's link names no occurrence.
      if summary.key == url { isOccurrence = false }
    }
    if group == 0, let name = organizers.first?.name {
      group = name.withSpan { bytes in
        var hash = KeyHash()
        hash.add(1)
        hash.add(bytes, bytes.indices, foldingCase: true)
        return hash.key
      }
    }
  }
}

/// The comparisons that confirm what equal keys promise.
enum Sameness {
  /// Whether two titles are the same but for the case of ASCII letters.
  static func titles(_ left: Text, _ right: Text) -> Bool {
    guard left.count == right.count else { return false }
    return left.withSpan { leftBytes in
      right.withSpan { rightBytes in
        leftBytes.equals(leftBytes.indices, rightBytes, rightBytes.indices, ignoringCase: true)
      }
    }
  }

  /// Whether both have a URL, and the same one.
  static func urls(_ left: Text?, _ right: Text?) -> Bool {
    guard let left, let right else { return false }
    return AddressKey.areSame(left, right)
  }
}
