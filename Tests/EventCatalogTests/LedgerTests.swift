import EventCatalog
import EventModel
import Testing

private let rustBerlin = "https://www.meetup.com/rust-berlin/"

/// Each sentence of the specification that the oracle's generator does not state by itself.
struct LedgerTests {
  @Test func longTitlesAreUnitedWithoutASearch() {
    let repeated = { (count: Int) in String(repeating: "a", count: count) }
    for (first, second) in [(repeated(30_000) + "b", repeated(60_000)), ("aa", repeated(1_025))] {
      var details = Samples.listing("2026-02-12", first).details
      let other = Samples.listing("2026-02-12", second).details
      let time = ContinuousClock().measure { details.unite(with: other, keepingDates: true) }
      #expect(details.title == Text(first))
      #expect(time < .seconds(1))
    }
    var details = Samples.listing("2026-02-12", "AA").details
    details.unite(with: Samples.listing("2026-02-12", repeated(1_024)).details, keepingDates: true)
    #expect(details.title == Text(repeated(1_024)))
  }

  @Test func keepsTheUIDOfAnEventThatStandsInTwoIssues() {
    let listing = Samples.listing(
      "2026-02-26", "Talks", url: rustBerlin + "events/308455922/", group: rustBerlin)
    let ledger = Ledger.read([
      Samples.issue("2026-02-18", [listing]), Samples.issue("2026-02-11", [listing]),
    ])
    #expect(ledger.events.map(\.uid) == ["meetup.com-rust-berlin-events-308455922@twir-events"])
    #expect(ledger.events.first?.created == Samples.day("2026-02-11"))
    #expect(ledger.events.first?.modified == Samples.day("2026-02-11"))
    #expect(ledger.events.first?.sequence == 0)
    #expect(ledger.events.first?.laterSources.map(\.issue.date) == [Samples.day("2026-02-18")])
  }

  @Test func makesHybridOfVirtualAndInPersonAndKeepsOtherURLsAsLinks() {
    let ledger = Ledger.read([
      Samples.issue(
        "2026-02-11",
        [
          Samples.listing(
            "2026-02-26", "Talks", url: rustBerlin + "events/1/", group: rustBerlin,
            mode: .virtual, regions: RegionSet(.virtual)),
          Samples.listing(
            "2026-02-26", "Talks", url: rustBerlin + "events/2/", group: rustBerlin,
            places: [Samples.berlin()]),
        ])
    ])
    #expect(ledger.events.count == 1)
    let details = ledger.events.first?.details
    #expect(details?.mode == .hybrid)
    #expect(details?.regions == [RegionSet(.virtual), RegionSet(.europe)])
    #expect(details?.places == [Samples.berlin()])
    #expect(details?.links.map(\.url) == [Text(rustBerlin + "events/2/")])
    #expect(ledger.events.first?.laterSources.count == 1)
  }

  @Test func takesOneGroupsSeveralDaysForOneConferenceWithTheFullerTitle() {
    let ledger = Ledger.read([
      Samples.issue(
        "2026-02-11",
        [
          Samples.listing(
            "2026-03-01 2026-03-03", "RustConf 2026", url: "https://a.org", name: "RF"),
          Samples.listing(
            "2026-03-01 2026-03-03", "RustConf 2026, Hosted by RF", url: "https://b.org",
            name: "RF"),
        ])
    ])
    #expect(ledger.events.map(\.details.title) == ["RustConf 2026, Hosted by RF"])
  }

  @Test func takesOneURLOnTwoDaysForTwoEvents() {
    let days = ["2026-02-12", "2026-02-26"].map {
      Samples.listing($0, "Hack and Learn", url: "https://berline.rs", name: "Berline.rs")
    }
    #expect(
      Ledger.read([Samples.issue("2026-02-11", days)]).events.map(\.uid) == [
        "2026-02-12-berline.rs@twir-events", "2026-02-26-berline.rs@twir-events",
      ])
  }

  @Test func takesTheFirstListedDayOfAnOccurrenceAndWarns() throws {
    let days = ["2026-02-20", "2026-02-19"].map {
      Samples.listing($0, "Talks", url: rustBerlin + "events/1/", group: rustBerlin)
    }
    let ledger = Ledger.read([Samples.issue("2026-02-11", days)])
    #expect(ledger.events.map(\.details.dates.first) == [Samples.day("2026-02-20")])
    let note = try #require(ledger.notes.first)
    #expect(note.diagnostic.code == .urlTwoDates)
    #expect(note.diagnostic.location.line == 11)
    #expect(
      note.diagnostic.message
        == "the same link stands on 2026-02-20 in line 10: '2026-02-19' is taken for a slip")
  }

  @Test func unitesAnEventOfTwoGroupsOfWhichOneLinksItsPageAlone() {
    let listing = { (group: String, url: String, city: [Place]) in
      Samples.listing("2026-12-12", "Meetup", url: url, group: group, places: city)
    }
    let page = "https://www.meetup.com/join/"
    for (places, count) in [([Samples.berlin()], 1), ([], 2)] {
      let ledger = Ledger.read([
        Samples.issue(
          "2026-12-02",
          [listing(page, page, places), listing(rustBerlin, rustBerlin + "events/1", places)])
      ])
      #expect(ledger.events.count == count)
    }
  }

  @Test func setsClashingUIDsApart() {
    let ledger = Ledger.read([
      Samples.issue(
        "2026-02-11",
        [1, 2, 3].map {
          Samples.listing(
            "2026-02-20", "Talks \($0)", url: "https://a.org/x?id=\($0)", name: "A\($0)")
        })
    ])
    #expect(
      Set(ledger.events.map(\.uid)) == [
        "2026-02-20-a.org-x@twir-events", "2026-02-20-a.org-x-2@twir-events",
        "2026-02-20-a.org-x-3@twir-events",
      ])
  }

  @Test func cutsALongUIDAt100OctetsWithTheHashOfTheWhole() throws {
    let path = String(repeating: "a", count: 120)
    let ledger = Ledger.read([
      Samples.issue(
        "2026-02-11", [Samples.listing("2026-02-20", "T", url: "https://x.org/\(path)")])
    ])
    let uid = try #require(ledger.events.first?.uid)
    let whole = "2026-02-20-x.org-\(path)"
    let hash = whole.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    let padded = String(repeating: "0", count: 8 - digits.count) + digits
    #expect(uid.string == "\(whole.prefix(91))-\(padded)@twir-events")
  }

  @Test(arguments: [
    ("https://luma.com/abc123", "https://luma.com/rust-girona", "luma.com-abc123@twir-events"),
    (
      "https://lu.ma/rust-girona", "https://lu.ma/rust-girona",
      "2026-02-20-luma.com-rust-girona@twir-events"
    ),
    (nil, "https://x.org/Group/", "2026-02-20-x.org-group@twir-events"),
    (nil, nil, "2026-02-20-rust-night-no.-4@twir-events"),
  ])
  func makesUIDs(url: String?, group: String?, expected: String) {
    let ledger = Ledger.read([
      Samples.issue(
        "2026-02-11",
        [Samples.listing("2026-02-20", "Rust Night, No. 4!", url: url, group: group)])
    ])
    #expect(ledger.events.first?.uid?.string == expected)
  }
}

/// What changes from issue to issue.
struct LedgerHistoryTests {
  private func ledger(_ first: [Listing], _ second: [Listing]) -> Ledger {
    Ledger.read([Samples.issue("2026-02-11", first), Samples.issue("2026-02-18", second)])
  }

  /// Events that stay, so that one that goes is no mass loss.
  private var others: [Listing] {
    (0..<4).map { Samples.listing("2026-03-0\($0 + 1)", "Other \($0)", name: "Group \($0)") }
  }

  @Test func knowsARenamedEventWithANewURL() {
    let ledger = ledger(
      [
        Samples.listing("2026-03-07", "Indy.rs", url: "https://www.meetup.com/indyrs/events/wqzhf/")
      ],
      [
        Samples.listing(
          "2026-03-07", "Talk", url: "https://www.meetup.com/indyrs/events/316107210/")
      ])
    #expect(ledger.events.map(\.uid) == ["meetup.com-indyrs-events-wqzhf@twir-events"])
    #expect(ledger.events.first?.details.title == "Talk")
    #expect(ledger.events.first?.sequence == 1)
    #expect(ledger.events.first?.modified == Samples.day("2026-02-18"))
  }

  @Test func followsAMovedOccurrenceFor60DaysAndNotLonger() {
    let url = rustBerlin + "events/1/"
    for (day, count) in [("2026-05-02", 1), ("2026-05-03", 2)] {
      let ledger = ledger(
        [Samples.listing("2026-03-03", "Talks", url: url)],
        [Samples.listing(day, "Talks in spring", url: url)])
      #expect(ledger.events.count == count, "\(day)")
    }
  }

  @Test(arguments: [
    ("2026-03-05", "2026-03-24", 1), ("2026-03-05", "2026-03-27", 2),
    ("2026-03-05", "2026-03-19", 1),
  ])
  func followsAMovedMeetingWithTheSameURL(old: String, new: String, count: Int) {
    let ledger = ledger(
      [Samples.listing(old, "Hack and Learn", url: "https://berline.rs", name: "Berline.rs")],
      [Samples.listing(new, "Hack and Learn", url: "https://berline.rs", name: "Berline.rs")])
    #expect(ledger.events.count == count)
  }

  @Test func takesTheNextMeetingOfABiweeklyOneThatSkipsForAnother() {
    let meeting = { (day: String) in
      Samples.listing(day, "Hack and Learn", url: "https://berline.rs", name: "Berline.rs")
    }
    let ledger = ledger(
      [meeting("2026-02-12"), meeting("2026-02-26")], [meeting("2026-03-12")])
    #expect(ledger.events.count == 3)
  }

  @Test(arguments: [("2026-03-08", 1), ("2026-03-09", 2)])
  func followsAMovedMeetingWithAnotherURLForThreeDays(day: String, count: Int) {
    let ledger = ledger(
      [Samples.listing("2026-03-05", "Talks", url: rustBerlin + "events/1")],
      [Samples.listing(day, "Talks", url: rustBerlin + "events/2")])
    #expect(ledger.events.count == count)
  }

  @Test func neverReopensAClosedEvent() {
    let url = rustBerlin + "events/1/"
    let ledger = ledger(
      [Samples.listing("2026-02-17", "Talks", url: url)],
      [Samples.listing("2026-03-17", "Talks", url: url)])
    #expect(
      ledger.events.map(\.uid) == [
        "meetup.com-rust-berlin-events-1@twir-events",
        "meetup.com-rust-berlin-events-1-2@twir-events",
      ])
  }

  @Test func knowsAPastEventThatALaterIssueStillLists() {
    let past = Samples.listing("2026-02-12", "Talks", url: rustBerlin + "events/1/")
    let ledger = ledger([past], [past])
    #expect(ledger.events.map(\.uid) == ["meetup.com-rust-berlin-events-1@twir-events"])
    #expect(ledger.events.first?.laterSources.count == 1)
    #expect(ledger.events.first?.sequence == 0)
  }

  @Test func keepsTheEarlierTitleOfACancelledEvent() {
    let url = rustBerlin + "events/1/"
    let ledger = ledger(
      [Samples.listing("2026-03-17", "Talks", url: url, name: "Rust Berlin")],
      [
        Samples.listing(
          "2026-03-17", "Rust Berlin", url: url, name: "Rust Berlin", status: .cancelled)
      ])
    #expect(ledger.events.map(\.details.title) == ["Talks"])
    #expect(ledger.events.first?.details.status == .cancelled)
    #expect(ledger.events.first?.sequence == 1)
  }

  @Test func withdrawsAnEventThatIsNoLongerListedUntilItIsBack() {
    let talk = Samples.listing("2026-03-10", "Talks", name: "Rust Berlin")
    var ledger = ledger(others + [talk], others)
    #expect(ledger.event("Talks")?.withdrawnSince == Samples.day("2026-02-18"))
    #expect(ledger.event("Talks")?.sequence == 1)
    ledger.add(Samples.issue("2026-02-25", others + [talk]))
    #expect(ledger.event("Talks")?.withdrawnSince == nil)
    #expect(ledger.event("Talks")?.sequence == 2)
    #expect(ledger.notes.isEmpty)
  }

  @Test func withdrawsNothingWhenAnIssueLostMoreThanAThird() {
    let ledger = ledger(others, Array(others.dropFirst(2)))
    #expect(ledger.events.allSatisfy { $0.withdrawnSince == nil })
    #expect(ledger.notes.map(\.problem) == [.massLoss(lost: 2, ahead: 4)])
    #expect(self.ledger(others, Array(others.dropFirst(1))).notes.isEmpty)
  }

  @Test func expectsNothingBeyondTheIssuesWindow() {
    let far = Samples.listing("2026-03-19", "Talks", name: "Rust Berlin")
    #expect(ledger(others + [far], others).event("Talks")?.withdrawnSince == nil)
    let near = Samples.listing("2026-03-18", "Talks", name: "Rust Berlin")
    #expect(ledger(others + [near], others).event("Talks")?.withdrawnSince != nil)
  }

  @Test(arguments: [
    ("2026-02-18 2026-03-19", true), ("2026-02-18 2026-03-17", false),
    ("2026-02-18 2027-03-17", false), ("2025-02-18 2025-03-17", false),
  ])
  func expectsWhatTheIssueSaysToCover(window: String, isExpected: Bool) {
    let far = Samples.listing("2026-03-19", "Talks", name: "Rust Berlin")
    var ledger = Ledger.read([Samples.issue("2026-02-11", others + [far])])
    var issue = Samples.issue("2026-02-18", others)
    issue.window = Samples.dates(window)
    ledger.add(issue)
    #expect((ledger.event("Talks")?.withdrawnSince != nil) == isExpected)
  }

  @Test func movesBothOfTwoEventsThatChangePlaces() {
    let session = { (day: String) in
      Samples.listing(day, "Session", url: "https://luma.com/4p6", name: "Girona")
    }
    let hacking = { (day: String) in
      Samples.listing(day, "Hack", url: "https://luma.com/mdy", name: "Girona")
    }
    let ledger = ledger(
      [hacking("2026-03-04"), session("2026-03-11")],
      [session("2026-03-04"), hacking("2026-03-11")])
    #expect(ledger.event("Hack")?.uid == "luma.com-mdy@twir-events")
    #expect(ledger.event("Hack")?.previousDates == Samples.dates("2026-03-04"))
    #expect(ledger.event("Session")?.previousDates == Samples.dates("2026-03-11"))
  }

  @Test func knowsAnEventWhoseGroupIsWrittenOtherwiseUnderANewURL() {
    let listing = { (name: String, url: String) in
      Samples.listing(
        "2026-03-14", "New Meetup", url: url, name: name, places: [Samples.berlin()])
    }
    let ledger = ledger([listing("A", "https://a.org/12")], [listing("B", "https://a.org/1")])
    #expect(ledger.events.count == 1)
    #expect(ledger.events.first?.sequence == 0)
    #expect(ledger.events.first?.modified == Samples.day("2026-02-18"))
  }

  @Test func learnsNothingFromAnIssueWithoutEvents() {
    var ledger = Ledger.read([Samples.issue("2026-02-11", others)])
    var empty = Samples.issue("2026-02-18", [])
    empty.hasEventsSection = false
    ledger.add(empty)
    #expect(ledger.events.count == 4)
    #expect(ledger.notes.isEmpty)
  }
}
