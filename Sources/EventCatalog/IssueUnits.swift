package import EventModel

/// The listings of one issue, those of one event united.
///
/// Listings are united first where they share a URL and a day, a group, day and title, or a group
/// and several days; or days, title and places, where one links its group's page alone. What such
/// pairs join, directly or through others, is one event. Then one occurrence that stands on two days
/// at most a week apart becomes one event on the day listed first. The oracle in the tests compares
/// every pair.
package struct IssueUnits: Sendable {
  /// An occurrence that was listed on two days.
  package struct Slip: Sendable {
    /// The listing whose day counts.
    package var kept: Int32
    /// The listing whose day does not.
    package var dropped: Int32
    /// The day that does not count.
    package var day: CivilDate
  }

  /// The listings; that of a unit's first listing holds what all of the unit say.
  private(set) var listings: [Listing]
  /// The first listing of each unit, in the order of the file.
  private(set) var units: [Int32] = []
  /// The keys of each unit.
  private(set) var identities: [Identity]
  /// The occurrences that were listed on two days.
  package private(set) var slips: [Slip] = []
  /// The units by URL.
  private(set) var byURL: DayIndex
  /// The units by group and title.
  private(set) var bySeries: DayIndex
  /// An earlier listing of the same unit, or the listing itself.
  private var parents: [Int32]

  /// Unites the listings of an issue.
  package init(_ listings: consuming [Listing]) {
    self.listings = listings
    identities = []
    identities.reserveCapacity(self.listings.count)
    for index in self.listings.indices { identities.append(Identity(self.listings[index].details)) }
    parents = (0..<Int32(truncatingIfNeeded: self.listings.count)).map(\.self)
    byURL = DayIndex(identities, key: \.url)
    bySeries = DayIndex(identities, key: \.series)
    let sharesURL = joinByURL()
    let sharesGroup = joinByGroup()
    let sharesPlace = joinGroupPages()
    if sharesURL || sharesGroup || sharesPlace { uniteMembers() }
    units = parents.indices.filter { parents[$0] == Int32($0) }.map { Int32($0) }
    if units.count < parents.count { keepUnits(of: identities) }
    if joinSlips() { keepUnits(of: identities) }
  }

  /// How many units there are.
  var count: Int { units.count }

  /// What the listings of a unit say together.
  func details(of unit: Int) -> EventDetails {
    listings[Int(units[unit])].details
  }

  /// The URL of a unit.
  func url(of unit: Int) -> Text? { listings[Int(units[unit])].details.url }

  /// Frees the indices, once the units are matched.
  mutating func dropIndices() {
    byURL = DayIndex()
    bySeries = DayIndex()
  }

  /// The unit whose first listing is at an index (found by halving, for they are in order).
  private func unit(startingAt listing: Int) -> Int {
    var low = 0
    var high = units.count
    while low < high {
      let middle = low + (high - low) / 2
      if Int(units[middle]) < listing { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Calls `body` with each listing, the event that it is of, and whether it is the first of its
  /// unit.
  func forEachListing(of events: [Int32], _ body: (Int, Int32, Bool) -> Void) {
    var unit = 0
    for listing in listings.indices {
      if unit < units.count, Int(units[unit]) == listing {
        body(listing, events[unit], true)
        unit += 1
      } else {
        body(listing, events[self.unit(startingAt: root(of: listing))], false)
      }
    }
  }

  /// The first listing of the unit that a listing belongs to.
  package func root(of listing: Int) -> Int {
    var root = listing
    while Int(parents[root]) != root { root = Int(parents[root]) }
    return root
  }
}

// MARK: - Which listings are one

extension IssueUnits {
  private func details(ofListing listing: Int32) -> EventDetails {
    listings[Int(listing)].details
  }

  /// Makes two listings one; the earlier one stands for both.
  private mutating func join(_ left: Int32, _ right: Int32) {
    let left = root(of: Int(left))
    let right = root(of: Int(right))
    let first = min(left, right)
    parents[max(left, right)] = Int32(truncatingIfNeeded: first)
  }

  /// The same URL and overlapping days.
  private mutating func joinByURL() -> Bool {
    var hasJoined = false
    for group in 0..<byURL.groupCount {
      let range = byURL.range(ofGroup: group)
      guard range.count > 1 else { continue }
      var longest = byURL.members[range.lowerBound]
      for position in range.dropFirst() {
        let member = byURL.members[position]
        if member.first <= longest.last,
          Sameness.urls(details(ofListing: longest.item).url, details(ofListing: member.item).url)
        {
          join(longest.item, member.item)
          hasJoined = true
        }
        if member.last > longest.last { longest = member }
      }
    }
    return hasJoined
  }

  /// The same group, day and title; the same group and several days; without URL and group the
  /// same days and title.
  private mutating func joinByGroup() -> Bool {
    var hasJoined = joinNeighbours(in: bySeries) { left, right in
      Sameness.titles(left.title, right.title) && Sameness.groups(left, right)
    }
    if identities.contains(where: { $0.groupRange != 0 }) {
      let index = DayIndex(identities, key: \.groupRange)
      hasJoined = joinNeighbours(in: index, Sameness.groups) || hasJoined
    }
    if identities.contains(where: \.isBare) {
      let index = DayIndex(identities) { $0.isBare ? $0.titleDays : 0 }
      hasJoined =
        joinNeighbours(in: index) { Sameness.titles($0.title, $1.title) } || hasJoined
    }
    return hasJoined
  }

  /// So many listings of one title and day are compared by place, which takes quadratic time; real
  /// issues have two.
  private static let namesakeLimit = 16

  /// The same days, title and places, where one links its group's page alone and all others share
  /// one URL: an event of two groups, or of one under two names.
  private mutating func joinGroupPages() -> Bool {
    guard identities.contains(where: \.isGroupPage) else { return false }
    let index = DayIndex(identities, key: \.titleDays)
    var hasJoined = false
    for group in 0..<index.groupCount {
      let members = index.range(ofGroup: group).map { index.members[$0].item }
      guard (2...Self.namesakeLimit).contains(members.count) else { continue }
      for page in members where identities[Int(page)].isGroupPage {
        let others = members.filter { isElsewhere($0, page) }
        guard let first = others.first, !details(ofListing: page).places.isEmpty,
          others.allSatisfy({
            Sameness.urls(details(ofListing: first).url, details(ofListing: $0).url)
          })
        else { continue }
        join(first, page)
        hasJoined = true
      }
    }
    return hasJoined
  }

  /// Whether a listing has the title, days and places of another, and a URL of its own.
  private func isElsewhere(_ listing: Int32, _ page: Int32) -> Bool {
    let (left, right) = (details(ofListing: listing), details(ofListing: page))
    return left.url != nil && !identities[Int(listing)].isGroupPage && left.dates == right.dates
      && Sameness.titles(left.title, right.title) && left.places == right.places
  }

  /// Joins the members of each group that begin on the same day.
  private mutating func joinNeighbours(
    in index: DayIndex, _ areSame: (EventDetails, EventDetails) -> Bool
  ) -> Bool {
    var hasJoined = false
    for group in 0..<index.groupCount {
      let range = index.range(ofGroup: group)
      for position in range.dropFirst() {
        let member = index.members[position]
        let before = index.members[position - 1]
        if member.first == before.first,
          areSame(details(ofListing: before.item), details(ofListing: member.item))
        {
          join(before.item, member.item)
          hasJoined = true
        }
      }
    }
    return hasJoined
  }
}

// MARK: - What they say together

extension IssueUnits {
  /// Adds what each further listing of a unit says to the first one.
  private mutating func uniteMembers() {
    for index in parents.indices {
      let first = root(of: index)
      if first == index { continue }
      parents[index] = Int32(truncatingIfNeeded: first)
      let details = listings[index].details
      listings[first].details.unite(with: details, keepingDates: false)
      identities[first] = Identity(listings[first].details)
    }
  }

  /// One occurrence URL with the same title and place at most seven days apart.
  private mutating func joinSlips() -> Bool {
    for group in 0..<byURL.groupCount where byURL.range(ofGroup: group).count > 1 {
      let occurrences = byURL.range(ofGroup: group).map { Int(byURL.members[$0].item) }
        .filter { identities[$0].isOccurrence }
      if occurrences.count > 1 { findSlips(among: occurrences.sorted()) }
    }
    if slips.isEmpty { return false }
    for slip in slips {
      let details = listings[Int(slip.dropped)].details
      parents[Int(slip.dropped)] = slip.kept
      listings[Int(slip.kept)].details.unite(with: details, keepingDates: true)
    }
    units.removeAll { parents[Int($0)] != $0 }
    identities = units.map { Identity(listings[Int($0)].details) }
    return true
  }

  /// Looks at the units of one URL in the order of the file; each goes to the first earlier one
  /// that is near enough and stays itself.
  private mutating func findSlips(among occurrences: [Int]) {
    var anchors: [Int32: [Int]] = [:]
    for unit in occurrences {
      let day = identities[unit].first
      let near = (day - 7...day + 7).flatMap { anchors[$0] ?? [] }
      if let anchor = near.filter({ isSlip(unit, of: $0) }).min() {
        slips.append(
          Slip(
            kept: units[anchor], dropped: units[unit], day: details(of: unit).dates.first))
      } else {
        anchors[day, default: []].append(unit)
      }
    }
  }

  private func isSlip(_ unit: Int, of anchor: Int) -> Bool {
    let (left, right) = (details(of: anchor), details(of: unit))
    return Sameness.urls(left.url, right.url) && Sameness.titles(left.title, right.title)
      && left.places == right.places
  }

  /// Makes the keys and the indices those of the units.
  private mutating func keepUnits(of all: [Identity]) {
    if all.count != units.count { identities = units.map { all[Int($0)] } }
    byURL = DayIndex(identities, key: \.url)
    bySeries = DayIndex(identities, key: \.series)
  }
}
