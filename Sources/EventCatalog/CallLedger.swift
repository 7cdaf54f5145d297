package import EventModel

/// Knows each call for papers of the issues read so far.
///
/// A call is known again by its URL and the year of its event; where it has no URL, by its title.
/// The newest issue wins field by field, so that a later closing date is a change of the call.
/// It keeps its UID for ever.
package struct CallLedger: Sendable {
  private var storage: [CallRecord] = []
  /// The calls of each key, by their place in ``storage``.
  private var known: [UInt64: [Int]] = [:]
  private var uids: Set<Text> = []
  /// The last number given to UIDs that would be equal, by the one without number.
  private var clashes: [Text: UInt32] = [:]

  /// So many calls of one URL are looked at, the newest first; there is one a year.
  private static let yearLimit = 64

  package init() {}

  /// The ledger of all issues, whatever order they were given in: read by date, then number, then
  /// file.
  package static func read(_ issues: [Issue]) -> CallLedger {
    var ledger = CallLedger()
    for issue in issues.sorted(by: { $0.reference < $1.reference }) { ledger.add(issue) }
    return ledger
  }

  /// The calls in the order of closing date, then title, then UID.
  package var calls: [CallRecord] {
    storage.sorted { left, right in
      if left.details.closes != right.details.closes {
        return left.details.closes < right.details.closes
      }
      if left.details.title != right.details.title {
        return left.details.title < right.details.title
      }
      return left.uid < right.uid
    }
  }

  /// Reads the next issue, whose date is not before that of the last one.
  package mutating func add(_ issue: Issue) {
    var touched: Set<Int> = []
    for call in issue.calls {
      let source = SourceReference(issue: issue.reference, line: call.location.line)
      let key = Self.key(of: call.details)
      guard
        let number = known[key]?.suffix(Self.yearLimit).last(where: {
          storage[$0].details.isSame(as: call.details)
        })
      else {
        known[key, default: []].append(storage.count)
        touched.insert(storage.count)
        storage.append(
          CallRecord(uid: makeUID(call.details), details: call.details, source: source))
        continue
      }
      storage[number].laterSources.append(source)
      if touched.insert(number).inserted {
        renew(number, with: call.details, on: issue.reference.date)
      } else {
        storage[number].details.complete(with: call.details)
      }
    }
  }

  private mutating func renew(_ number: Int, with details: CallDetails, on day: CivilDate) {
    let former = storage[number].details
    storage[number].details.renew(with: details)
    let renewed = storage[number].details
    if renewed == former { return }
    storage[number].modified = day
    guard renewed.differsEssentially(from: former) else { return }
    let (next, overflow) = storage[number].sequence.addingReportingOverflow(1)
    storage[number].sequence = overflow ? .max : next
  }

  /// The key of the URL, else of the title; equal keys are confirmed by a comparison.
  private static func key(of details: CallDetails) -> UInt64 {
    if let url = details.url, let summary = AddressKey.summary(of: url) { return summary.key }
    return details.title.withSpan { bytes in
      var hash = KeyHash()
      hash.add(bytes, bytes.indices, foldingCase: true)
      return hash.key
    }
  }

  // MARK: UIDs

  /// `cfp-2026-sessionize.com-rustconf-2026@twir-events`.
  private mutating func makeUID(_ details: CallDetails) -> Text {
    var text = UIDText()
    text.write(details, year: details.year)
    text.writeEnd(clash: nil)
    let first = Self.text(text)
    if uids.insert(first).inserted { return first }
    var clash = clashes[first] ?? 1
    var uid = first
    repeat {
      clash += 1
      text.writeEnd(clash: clash)
      uid = Self.text(text)
    } while !uids.insert(uid).inserted && clash < .max
    clashes[first] = clash
    return uid
  }

  private static func text(_ uid: UIDText) -> Text {
    let bytes = (0..<uid.count).map { uid.bytes[$0] }
    return Text(slicing: bytes, 0..<bytes.count)
  }
}

extension CallDetails {
  /// The year of the event; without its days that of the closing date.
  fileprivate var year: Int { (eventDates?.first ?? closes).components.year }

  /// Whether two listings are of one call: the same URL, else title, and the same year of the event.
  fileprivate func isSame(as other: CallDetails) -> Bool {
    switch (url, other.url) {
    case (let left?, let right?): if !AddressKey.areSame(left, right) { return false }
    case (nil, nil): if !Sameness.titles(title, other.title) { return false }
    default: return false
    }
    if eventDates != nil, other.eventDates != nil { return year == other.year }
    // Where one does not say its event's days, the closing dates of one year belong together.
    return abs(closes.days(to: other.closes)) < 183
  }

  /// Takes what a newer issue says; where that says nothing, the former value stays.
  fileprivate mutating func renew(with newer: CallDetails) {
    let former = self
    self = newer
    complete(with: former)
  }

  /// Takes from another listing what this one does not say.
  fileprivate mutating func complete(with other: CallDetails) {
    eventDates = eventDates ?? other.eventDates
    if mode == nil, places.isEmpty {
      mode = other.mode
      places = other.places
      regions = other.regions
    }
    if links.isEmpty { links = other.links }
  }

  /// Whether days, place or title are others: what counts for RFC 5545 SEQUENCE.
  fileprivate func differsEssentially(from other: CallDetails) -> Bool {
    closes != other.closes || eventDates != other.eventDates || places != other.places
      || title != other.title
  }
}
