package import EventModel

extension EventDetails {
  /// Takes in what another listing of the same issue says of the same event.
  ///
  /// `Virtual` and in-person together make hybrid, regions are joined, of each other field the
  /// more complete value counts, else this one's; other URLs go to the links. The days stay where
  /// they are when `keepingDates`, else the longer of two ranges that overlap counts.
  package mutating func unite(with other: EventDetails, keepingDates: Bool) {
    let otherURL = urlToKeep(from: other)
    uniteTitle(with: other)
    if !keepingDates, dates.overlaps(other.dates), other.dates.dayCount > dates.dayCount {
      dates = other.dates
    }
    mode = Self.united(mode, other.mode)
    regions.formUnion(other.regions)
    if status == .scheduled { status = other.status }
    if other.places.completeness > places.completeness { places = other.places }
    if other.organizers.completeness > organizers.completeness { organizers = other.organizers }
    if let text = other.description, text.count > (description?.count ?? 0) { description = text }
    if !links.isEmpty { links = links.filter { !isKnown($0) } }
    for link in other.links { keep(link) }
    if let otherURL { keep(otherURL) }
  }

  /// Sets the better of the two URLs and returns the other one as a link.
  ///
  /// A URL of its own is better than its group's.
  private mutating func urlToKeep(from other: EventDetails) -> Link? {
    guard let otherURL = other.url else { return nil }
    guard let ownURL = url else {
      url = otherURL
      return nil
    }
    if AddressKey.areSame(ownURL, otherURL) { return nil }
    if isGroupURL(ownURL), !other.isGroupURL(otherURL) {
      url = otherURL
      return Link(title: title, url: ownURL)
    }
    return Link(title: other.title, url: otherURL)
  }

  private func isGroupURL(_ url: Text) -> Bool {
    organizers.contains { $0.url.map { AddressKey.areSame($0, url) } ?? false }
  }

  /// Takes the other title where this one is empty, the group's name, or a part of it.
  private mutating func uniteTitle(with other: EventDetails) {
    if other.title.isEmpty || Sameness.titles(title, other.title) { return }
    let isName = organizers.contains { Sameness.titles($0.name, title) }
    let otherIsName = other.organizers.contains { Sameness.titles($0.name, other.title) }
    if title.isEmpty || (isName && !otherIsName)
      || (isName == otherIsName && other.title.contains(title))
    {
      title = other.title
    }
  }

  /// How many links an event takes from others: no real one has five, and a file that repeats one
  /// event under ever new addresses must not take quadratic time.
  private static let linkLimit = 64

  /// Keeps a link that is neither the event's own nor an organizer's nor there already.
  private mutating func keep(_ link: Link) {
    if links.count >= Self.linkLimit { return }
    if !isKnown(link), !links.contains(where: { AddressKey.areSame($0.url, link.url) }) {
      links.append(link)
    }
  }

  private func isKnown(_ link: Link) -> Bool {
    (url.map { AddressKey.areSame($0, link.url) } ?? false) || isGroupURL(link.url)
  }

  private static func united(_ left: AttendanceMode?, _ right: AttendanceMode?) -> AttendanceMode? {
    guard let left, let right else { return left ?? right }
    return left == right ? left : .hybrid
  }
}

extension EventDates {
  /// How many days there are.
  var dayCount: Int { first.days(to: last) + 1 }
}

extension [Place] {
  /// More for more places and for more that is said of them.
  fileprivate var completeness: Int {
    reduce(0) { sum, place in
      sum + 8 + (place.city == nil ? 0 : 4) + (place.country == nil ? 0 : 2)
        + (place.subdivision == nil ? 0 : 1)
    }
  }
}

extension [Organizer] {
  /// More for more organizers and for those with a page.
  fileprivate var completeness: Int {
    reduce(0) { sum, organizer in sum + 2 + (organizer.url == nil ? 0 : 1) }
  }
}

extension Text {
  /// The longest text that is searched, in bytes: no real title comes near, and the plain search
  /// takes quadratic time.
  private static let searchLimit = 1_024

  /// Whether the other text stands in this one, but for the case of ASCII letters; a text of more than
  /// 1 KiB holds none but the empty one.
  func contains(_ other: Text) -> Bool {
    if other.isEmpty { return true }
    guard count >= other.count, count <= Self.searchLimit else { return false }
    return withSpan { bytes in
      other.withSpan { otherBytes in
        (0...bytes.count - otherBytes.count).contains { start in
          bytes.equals(
            start..<start + otherBytes.count, otherBytes, otherBytes.indices, ignoringCase: true)
        }
      }
    }
  }
}
