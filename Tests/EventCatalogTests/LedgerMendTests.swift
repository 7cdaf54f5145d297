import EventCatalog
import EventModel
import Testing

private let rustBerlin = "https://www.meetup.com/rust-berlin/"

/// What an issue changes that is mended after it was published.
struct LedgerMendTests {
  /// Events that stay, so that one that goes is no mass loss.
  private static let others = (0..<4).map {
    Samples.listing("2026-03-0\($0 + 1)", "Other \($0)", name: "Group \($0)")
  }

  private static func talk(
    _ title: String = "Talks", on day: String = "2026-03-05", url: String? = nil
  ) -> Listing {
    Samples.listing(day, title, url: url ?? rustBerlin + "events/1/", group: rustBerlin)
  }

  private func step(
    _ date: String, _ listings: [Listing], fetched: String? = nil, revision: Int = 0
  ) -> Ledger.Step {
    var issue = Samples.issue(date, listings)
    return Ledger.Step(
      taking: &issue, fetched: fetched.map { Samples.day($0) }, revision: revision)
  }

  /// The ledger of an issue of 2026-02-11 and its mend, and of what came between.
  private func ledger(
    _ first: [Listing], mended: [Listing], on day: String, _ later: [Ledger.Step] = []
  ) -> Ledger {
    Ledger.read(
      [
        step("2026-02-11", Self.others + mended, fetched: day),
        step("2026-02-11", Self.others + first),
      ] + later)
  }

  @Test func aMendOfTheNewestIssueRenewsTheEventOnTheDayItWasFetched() throws {
    let ledger = ledger(
      [Self.talk()], mended: [Self.talk(on: "2026-03-07")], on: "2026-02-13")
    let event = try #require(ledger.event("Talks"))
    #expect(event.details.dates == Samples.dates("2026-03-07"))
    #expect(event.previousDates == Samples.dates("2026-03-05"))
    #expect(event.sequence == 1)
    #expect(event.created == Samples.day("2026-02-11"))
    #expect(event.modified == Samples.day("2026-02-13"))
    #expect(event.uid == "meetup.com-rust-berlin-events-1@twir-events")
    #expect(event.laterSources.isEmpty)
    #expect(ledger.events.count == 5)
  }

  @Test func aLineThatOnlyStandsElsewhereIsNoChange() throws {
    let ledger = Ledger.read([
      step("2026-02-11", [Self.talk()] + Self.others),
      step("2026-02-11", Self.others + [Self.talk()], fetched: "2026-02-13"),
    ])
    let event = try #require(ledger.event("Talks"))
    #expect(event.sequence == 0)
    #expect(event.modified == Samples.day("2026-02-11"))
    #expect(event.firstSource.line == 14)
    #expect(ledger.events.allSatisfy { $0.laterSources.isEmpty })
  }

  @Test func oneFileGivenTwiceIsReadOnce() {
    let once = Ledger.read([step("2026-02-11", Self.others)])
    let twice = Ledger.read([step("2026-02-11", Self.others), step("2026-02-11", Self.others)])
    #expect(once.events == twice.events)
  }

  @Test func aRemovedListingWithdrawsAndAnAddedOneIsNewOnTheDayItWasFetched() throws {
    let ledger = ledger(
      [Self.talk()],
      mended: [Samples.listing("2026-03-06", "Workshop", name: "Rust Lab")], on: "2026-02-13")
    let talk = try #require(ledger.event("Talks"))
    #expect(talk.withdrawnSince == Samples.day("2026-02-13"))
    #expect(talk.sequence == 1)
    #expect(talk.firstSource.line == 14)
    let workshop = try #require(ledger.event("Workshop"))
    #expect(workshop.created == Samples.day("2026-02-13"))
    #expect(workshop.modified == Samples.day("2026-02-13"))
    #expect(workshop.firstSource.issue.date == Samples.day("2026-02-11"))
  }

  @Test func aListingThatComesBackInAMendEndsTheWithdrawal() throws {
    let steps = [
      step("2026-02-11", Self.others + [Self.talk()]), step("2026-02-18", Self.others),
      step("2026-02-18", Self.others + [Self.talk()], fetched: "2026-02-19"),
    ]
    let event = try #require(Ledger.read(steps).event("Talks"))
    #expect(event.withdrawnSince == nil)
    #expect(event.sequence == 2)
    #expect(event.modified == Samples.day("2026-02-19"))
  }

  @Test func whatALaterIssueSaysIsNotOverwritten() throws {
    let later = step("2026-02-18", Self.others + [Self.talk("Talks in spring")])
    let ledger = ledger(
      [Self.talk()], mended: [Self.talk("Talks & more")], on: "2026-02-20", [later])
    let event = try #require(ledger.event("Talks in spring"))
    #expect(event.sequence == 1)
    #expect(event.modified == Samples.day("2026-02-18"))
    #expect(ledger.events.count == 5)
  }

  @Test func whatALaterIssueOnlyRepeatsIsMended() throws {
    let later = step("2026-02-18", Self.others + [Self.talk()])
    let ledger = ledger(
      [Self.talk()], mended: [Self.talk(on: "2026-03-07")], on: "2026-02-20", [later])
    let event = try #require(ledger.event("Talks"))
    #expect(event.details.dates == Samples.dates("2026-03-07"))
    #expect(event.modified == Samples.day("2026-02-20"))
    #expect(event.laterSources.map(\.issue.date) == [Samples.day("2026-02-18")])
  }

  @Test func unchangedListingsOfAnOlderIssueAreNoNews() throws {
    let later = step(
      "2026-02-18", Self.others + [Self.talk("Talks in spring", on: "2026-03-06")])
    let ledger = ledger(
      [Self.talk()], mended: [Self.talk(), Samples.listing("2026-03-06", "New", name: "N")],
      on: "2026-02-20", [later])
    #expect(ledger.event("Talks in spring")?.sequence == 1)
    #expect(ledger.event("Talks in spring")?.previousDates == Samples.dates("2026-03-05"))
    #expect(ledger.event("New")?.created == Samples.day("2026-02-20"))
  }

  @Test func aMendOfAnOlderIssueWithdrawsOnlyWhatNoLaterOneLists() {
    let far = Samples.listing("2026-03-10", "Far", name: "Far")
    let later = step("2026-02-18", Self.others + [Self.talk()])
    var issue = Samples.issue("2026-02-11", Self.others + [Self.talk(), far])
    issue.window = Samples.dates("2026-02-11 2026-03-11")
    var lost = Samples.issue("2026-02-18", Self.others + [Self.talk()])
    lost.window = Samples.dates("2026-02-18 2026-03-08")
    var mended = Samples.issue("2026-02-11", Self.others)
    mended.window = issue.window
    let ledger = Ledger.read([
      later, Ledger.Step(taking: &issue), Ledger.Step(taking: &lost),
      Ledger.Step(taking: &mended, fetched: Samples.day("2026-02-20")),
    ])
    #expect(ledger.event("Talks")?.withdrawnSince == nil)
    #expect(ledger.event("Far")?.withdrawnSince == Samples.day("2026-02-18"))
    #expect(ledger.event("Far")?.sequence == 1)
  }

  @Test func aMendThatLosesMoreThanAThirdWithdrawsNothing() {
    let ledger = Ledger.read([
      step("2026-02-11", Self.others),
      step("2026-02-11", Array(Self.others.dropFirst(2)), fetched: "2026-02-12"),
    ])
    #expect(ledger.events.allSatisfy { $0.withdrawnSince == nil })
    #expect(ledger.notes.map(\.problem) == [.massLoss(lost: 2, ahead: 4)])
  }

  @Test func aMendThatBringsBackWhatWasLostTakesTheWarningAway() {
    let steps = [
      step("2026-02-11", Self.others), step("2026-02-18", Array(Self.others.dropFirst(2))),
    ]
    #expect(Ledger.read(steps).notes.count == 1)
    let mend = step("2026-02-18", Self.others, fetched: "2026-02-18")
    #expect(Ledger.read(steps + [mend]).notes.isEmpty)
  }

  @Test func twoMendsOfOneDayAreReadInTheirOrder() {
    let steps = [
      step("2026-02-11", Self.others + [Self.talk()]),
      step("2026-02-11", Self.others + [Self.talk("First")], fetched: "2026-02-12", revision: 1),
      step("2026-02-11", Self.others + [Self.talk("Second")], fetched: "2026-02-12", revision: 2),
    ]
    for steps in [steps, steps.reversed()] {
      #expect(Ledger.read(steps).event("Second")?.sequence == 2)
    }
  }

  @Test func aBodyWhoseFirstOneIsMissingIsReadAllTheSame() {
    let ledger = Ledger.read([
      step("2026-02-18", Self.others),
      step("2026-02-11", Self.others + [Self.talk()], fetched: "2026-02-20", revision: 3),
    ])
    #expect(ledger.events.count == 5)
    #expect(ledger.event("Talks")?.created == Samples.day("2026-02-20"))
    #expect(
      ledger.event("Other 0")?.laterSources.map(\.issue.date) == [Samples.day("2026-02-11")])
  }
}
