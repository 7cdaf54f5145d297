import EventCatalog
import EventModel
import Testing

@Suite struct EventChangeTests {
  private static let day = CivilDate("2031-04-02") ?? .distantPast

  private static func event(_ change: (inout Event) -> Void = { _ in }) -> Event {
    var event = Event(
      uid: "a@twir-events",
      details: EventDetails(title: "Meetup", dates: EventDates(day)),
      source: SourceReference(
        issue: IssueReference(date: day, number: 906, file: "a.md"), line: 1))
    change(&event)
    return event
  }

  private static let next = day.advanced(by: 7)

  @Test func whatNoEarlierStateHasIsNew() {
    #expect(EventChange(from: nil, to: Self.event())?.kinds == [.new])
    let gone = Self.event { $0.withdrawnSince = Self.next }
    #expect(EventChange(from: nil, to: gone)?.kinds == [.new, .withdrawn])
    let cancelled = Self.event { $0.details.status = .cancelled }
    #expect(EventChange(from: nil, to: cancelled)?.kinds == [.new, .cancelled])
  }

  @Test func eachFieldHasItsKind() throws {
    let page = PageFacts(url: "https://a.example", description: "More")
    let cases: [(kind: EventChange.Kind, change: (inout Event) -> Void)] = [
      (.cancelled, { $0.details.status = .cancelled }),
      (.withdrawn, { $0.withdrawnSince = Self.next }),
      (.moved, { $0.details.dates = EventDates(Self.next) }),
      (.renamed, { $0.details.title = "Another" }),
      (.updated, { $0.details.status = .postponed }),
      (.updated, { $0.details.mode = .hybrid }),
      (.updated, { $0.details.url = "https://a.example" }),
      (.updated, { $0.details.places = [Place(city: "Gent")] }),
      (.updated, { $0.page = page }),
      (.updated, { $0.modified = Self.next }),
    ]
    for (kind, change) in cases {
      let found = try #require(EventChange(from: Self.event(), to: Self.event(change)))
      #expect(found.kinds == [kind])
      #expect(found.before == Self.event())
    }
    let back = EventChange(from: Self.event { $0.withdrawnSince = Self.next }, to: Self.event())
    #expect(back?.kinds == [.back])
  }

  @Test func hoursThatBecomeKnownMoveNothing() throws {
    let start = try #require(EventTime(day: Self.day, secondOfDay: 68_400, offsetMinutes: 60))
    let later = try #require(EventTime(day: Self.day, secondOfDay: 72_000, offsetMinutes: 60))
    func at(_ time: EventTime) -> Event {
      Self.event { $0.page = PageFacts(url: "https://a.example", hours: EventHours(start: time)) }
    }
    #expect(EventChange(from: Self.event(), to: at(start))?.kinds == [.updated])
    #expect(EventChange(from: at(start), to: at(later))?.kinds == [.moved])
  }

  @Test func severalKindsStandInOneOrder() {
    let change = EventChange(
      from: Self.event(),
      to: Self.event {
        $0.details.title = "Another"
        $0.details.dates = EventDates(Self.next)
        $0.details.mode = .virtual
        $0.details.status = .cancelled
      })
    #expect(change?.kinds == [.cancelled, .moved, .renamed, .updated])
  }

  @Test func anotherListingOfTheSameIsNoChange() {
    let again = Self.event {
      $0.laterSources = [
        SourceReference(
          issue: IssueReference(date: Self.next, number: 907, file: "b.md"), line: 2)
      ]
    }
    #expect(EventChange(from: Self.event(), to: again) == nil)
  }

  @Test func changesAreFoundByUID() {
    let other = Self.event { $0.uid = "b@twir-events" }
    let renamed = Self.event { $0.details.title = "Another" }
    let changes = EventChange.changes(from: [Self.event()], to: [other, renamed])
    #expect(changes.map(\.kinds) == [[.new], [.renamed]])
    #expect(changes.map(\.event.uid) == ["b@twir-events", "a@twir-events"])
  }
}
