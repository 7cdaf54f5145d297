import EventCatalog
import EventModel

/// One issue of a replay: the calendar before it and after it, and what the ledger decided.
struct ReplayWeek {
  let issue: Issue
  let before: [Text: Event]
  /// The events that the issue before lists.
  let listedBefore: Set<Text>
  let after: [Event]
  let decisions: [Ledger.Decision]
  /// Whether the issue lost so many events that it withdraws none.
  let lostTooMany: Bool

  private var day: CivilDate { issue.reference.date }

  /// The decisions on events that were known before.
  private var known: [(decision: Ledger.Decision, former: EventDetails, event: Event)] {
    decisions.compactMap { decision in
      guard let former = decision.former, former.dates.last >= day,
        let event = before[decision.uid]
      else { return nil }
      return (decision, former, event)
    }
  }

  /// The decisions on events that were not known before.
  private var new: [Ledger.Decision] { decisions.filter { $0.rule == nil } }

  /// The events still ahead that the issue before lists, and this one does not.
  private var vanished: [Event] {
    let listed = Set(decisions.map(\.uid))
    return listedBefore.subtracting(listed).compactMap { before[$0] }
      .filter { $0.details.dates.first >= day }
      .sorted {
        ($0.details.dates.first, $0.details.title) < ($1.details.dates.first, $1.details.title)
      }
  }

  /// Adds what became of the events to a tally.
  func count(into tally: inout Replay.Tally) {
    tally.issues += 1
    tally.listings += issue.listings.count
    tally.merged += issue.listings.count - decisions.count
    tally.new += new.count
    for (decision, former, event) in known {
      tally.carriedOver += 1
      let listing = decision.listing
      if listing.dates != former.dates { tally.moved += 1 }
      if !listing.hasSameTitle(as: former) { tally.renamed += 1 }
      if listing.url != nil, !listing.hasSameURL(as: former) { tally.newURL += 1 }
      if event.withdrawnSince != nil { tally.returned += 1 }
    }
    tally.withdrawn += after.count { $0.withdrawnSince == day }
    tally.numberedUIDs += new.count { Self.isNumbered($0) }
    // An event that was listed, and one that is new, and that anyone would take for the same.
    for event in vanished {
      tally.uidChanges += new.count { Self.looksTheSame($0.listing, event.details) } > 0 ? 1 : 0
    }
  }

  private static func isNumbered(_ decision: Ledger.Decision) -> Bool {
    let local = decision.uid.string.prefix { $0 != "@" }
    guard let last = local.split(separator: "-").last, last.count <= 2, local.count > last.count
    else { return false }
    // The number of a clash stands behind the path; the address itself may end in one.
    return Int(last) != nil && !(decision.listing.url?.string.contains("-\(last)") ?? false)
      && !(decision.listing.url?.string.contains("/\(last)") ?? false)
  }

  /// Whether two that are not one event for the ledger look like one by plain comparison: two of
  /// title, URL and group, and the day.
  private static func looksTheSame(_ left: EventDetails, _ right: EventDetails) -> Bool {
    guard left.dates.overlaps(right.dates) else { return false }
    let alike = [
      left.hasSameTitle(as: right), left.hasSameURL(as: right), left.isOfSameGroup(as: right),
      !left.places.isEmpty && left.places == right.places,
    ]
    return alike.count { $0 } > 1
  }
}

// MARK: - The doubtful cases

extension ReplayWeek {
  /// The doubtful cases, with what the ledger decided and why.
  var doubts: [Doubt] {
    vanished.map(vanishing) + new.flatMap(firstListing) + known.compactMap(relisting)
  }

  private func vanishing(_ event: Event) -> Doubt {
    let withdrawn = after.contains { $0.uid == event.uid && $0.withdrawnSince == day }
    let decision =
      if withdrawn {
        "withdrawn"
      } else if event.withdrawnSince != nil {
        "stays withdrawn"
      } else if lostTooMany {
        "kept: the issue lost more than a third"
      } else {
        "kept: it lies beyond the issue's window"
      }
    let near = new.filter {
      abs($0.listing.dates.first.days(to: event.details.dates.first)) <= 31
        && ($0.listing.isOfSameGroup(as: event.details)
          || $0.listing.hasSameTitle(as: event.details))
    }
    let others = near.map { "; new is " + Doubt.line($0.listing) }.joined()
    return Doubt(
      kind: .vanished, day: day, event: Doubt.line(event.details), decision: decision + others)
  }

  private func firstListing(_ decision: Ledger.Decision) -> [Doubt] {
    let listing = decision.listing
    let listed = Set(decisions.map(\.uid))
    var doubts: [Doubt] = []
    for event in after where event.uid != decision.uid {
      let distance = abs(event.details.dates.first.days(to: listing.dates.first))
      guard distance <= 21, event.details.isOfSameGroup(as: listing) else { continue }
      let isListed = event.uid.map { listed.contains($0) } ?? false
      let isGone = event.uid.map { listedBefore.contains($0) } ?? false && !isListed
      let kind: Doubt.Kind? =
        if distance == 0 {
          .sameDay
        } else if isGone, event.details.dates.last >= day,
          event.details.hasSameTitle(as: listing)
        {
          .sameTitle
        } else {
          nil
        }
      guard let kind else { continue }
      let why =
        isListed ? "both are listed" : isGone ? "the other is gone" : "the other was gone before"
      doubts.append(
        Doubt(
          kind: kind, day: day, event: Doubt.line(listing),
          decision: "another event than \(Doubt.line(event.details)): \(why)"))
    }
    return doubts
  }

  private func relisting(
    _ decision: Ledger.Decision, _ former: EventDetails, _ event: Event
  ) -> Doubt? {
    guard let rule = decision.rule else { return nil }
    let kind: Doubt.Kind
    switch rule {
    case .renamed, .regrouped, .bare: kind = .renamed
    case .movedOccurrence, .movedSeries: kind = .moved
    case .url where decision.listing.dates.first != former.dates.first: kind = .moved
    case .url, .title, .mended: return nil
    }
    return Doubt(
      kind: kind, day: day, event: Doubt.line(decision.listing),
      decision: "the same as \(Doubt.line(former)): rule '\(rule)'")
  }

  /// Pairs of events still ahead, not withdrawn, that look like one, with their UIDs.
  var doubles: [(pair: [Text?], doubt: Doubt)] {
    let ahead = after.filter { $0.details.dates.last >= day && $0.withdrawnSince == nil }
    var found: [(pair: [Text?], doubt: Doubt)] = []
    for (index, left) in ahead.enumerated() {
      // Conferences last some days, so that what begins later may still overlap.
      for right in ahead[(index + 1)...] {
        if right.details.dates.first > left.details.dates.last { break }
        guard Self.looksTheSame(left.details, right.details) else { continue }
        let doubt = Doubt(
          kind: .double, day: day, event: Doubt.line(left.details),
          decision: "another event than \(Doubt.line(right.details))")
        found.append(([left.uid, right.uid], doubt))
      }
    }
    return found
  }
}
