import Testing

@testable import Fetching

@Suite struct ScheduleTests {
  private func started(_ schedule: inout Schedule, at seconds: Double) -> [Int] {
    var items: [Int] = []
    while let item = schedule.next(at: .seconds(seconds)) { items.append(item) }
    return items
  }

  private func next(_ schedule: inout Schedule, at seconds: Int) -> Int? {
    schedule.next(at: .seconds(seconds))
  }

  @Test func startsOneASecondAndTwoAtATime() {
    var schedule = Schedule(perHost: 2, delay: .seconds(1), total: 16)
    for item in 0..<4 { schedule.add(item, to: "a") }
    #expect(started(&schedule, at: 0) == [0])
    #expect(schedule.nextStart == .seconds(1))
    #expect(started(&schedule, at: 0.99) == [])
    #expect(started(&schedule, at: 1) == [1])
    // Two run: only the end of one helps.
    #expect(schedule.nextStart == nil)
    #expect(started(&schedule, at: 5) == [])
    schedule.finish("a")
    #expect(schedule.nextStart == .seconds(2))
    #expect(started(&schedule, at: 5) == [2])
    schedule.finish("a")
    // The pause counts from the start that was, not from the one that might have been.
    #expect(started(&schedule, at: 5.5) == [])
    #expect(started(&schedule, at: 6) == [3])
    schedule.finish("a")
    #expect(!schedule.isIdle)
    schedule.finish("a")
    #expect(schedule.isIdle)
  }

  @Test func hostsDoNotWaitForEachOther() {
    var schedule = Schedule(perHost: 2, delay: .seconds(1), total: 16)
    for (item, host) in ["a", "a", "b", "c", "b"].enumerated() { schedule.add(item, to: host) }
    #expect(started(&schedule, at: 0) == [0, 2, 3])
    #expect(started(&schedule, at: 1) == [1, 4])
  }

  @Test func theTotalIsSharedFairly() {
    var schedule = Schedule(perHost: 9, delay: .zero, total: 3)
    for item in 0..<4 { schedule.add(item, to: "a") }
    schedule.add(10, to: "b")
    #expect(started(&schedule, at: 0) == [0, 10, 1])
    #expect(schedule.nextStart == nil)
    schedule.finish("b")
    #expect(started(&schedule, at: 0) == [2])
  }

  @Test func whatWasBegunGoesFirstWhenItsTimeHasCome() {
    var schedule = Schedule(perHost: 1, delay: .zero, total: 16)
    schedule.add(0, to: "a")
    schedule.add(1, to: "a", notBefore: .seconds(3), first: true)
    schedule.add(2, to: "a", first: true)
    #expect(next(&schedule, at: 0) == 2)
    schedule.finish("a")
    #expect(next(&schedule, at: 4) == 1)
    schedule.finish("a")
    #expect(next(&schedule, at: 4) == 0)
  }

  @Test func waitsForTheTimeOfWhatIsTriedAgain() {
    var schedule = Schedule(perHost: 1, delay: .zero, total: 16)
    schedule.add(0, to: "a", notBefore: .seconds(3))
    #expect(next(&schedule, at: 2) == nil)
    #expect(schedule.nextStart == .seconds(3))
    #expect(next(&schedule, at: 3) == 0)
  }

  @Test func aHostCanBePostponedAndSlowedDown() {
    var schedule = Schedule(perHost: 9, delay: .seconds(1), total: 16)
    for item in 0..<4 { schedule.add(item, to: "a") }
    #expect(started(&schedule, at: 0) == [0])
    schedule.postpone("a", until: .seconds(5))
    schedule.postpone("a", until: .seconds(2))
    #expect(schedule.nextStart == .seconds(5))
    #expect(started(&schedule, at: 5) == [1])
    schedule.slowDown("a", to: .seconds(4))
    schedule.slowDown("a", to: .seconds(2))
    #expect(schedule.nextStart == .seconds(9))
    #expect(started(&schedule, at: 9) == [2])
    #expect(schedule.nextStart == .seconds(13))
  }

  @Test func unknownHostsAreNoMatter() {
    var schedule = Schedule(perHost: 0, delay: .zero, total: 0)
    schedule.finish("a")
    schedule.postpone("a", until: .seconds(1))
    schedule.slowDown("a", to: .seconds(1))
    #expect(schedule.isIdle)
    #expect(next(&schedule, at: 0) == nil)
    schedule.add(0, to: "a")
    #expect(next(&schedule, at: 0) == 0)
  }
}

@Suite struct RetryRuleTests {
  private func rule() -> RetryRule {
    var rule = RetryRule()
    rule.count = 3
    rule.firstDelay = .seconds(2)
    rule.longestWait = .seconds(7)
    return rule
  }

  @Test(arguments: [
    (0, 0, RetryRule.Step.again(after: .seconds(2))), (1, 0, .again(after: .seconds(4))),
    (2, 0, .again(after: .seconds(7))), (3, 0, .enough), (0, 5, .again(after: .seconds(5))),
    (1, 3, .again(after: .seconds(4))), (3, 5, .enough), (0, 8, .tooLong(.seconds(8))),
    (3, 8, .tooLong(.seconds(8))), (0, -5, .again(after: .seconds(2))),
    (Int.max, 0, .enough), (-1, 0, .again(after: .seconds(2))),
  ])
  func waitsLongerEachTimeAndAsTheServerWishes(number: Int, wish: Int, step: RetryRule.Step) {
    #expect(rule().step(behind: number, wish: .seconds(wish)) == step)
  }
}
