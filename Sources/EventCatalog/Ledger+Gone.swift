internal import EventModel

extension Ledger {
  /// Withdraws the events still ahead that the issue no longer lists, unless it lost too many.
  mutating func withdraw(by step: Step, firstNew: Int) {
    var ahead = 0
    var lost: [Int] = []
    for event in open where isExpected(event, by: step) {
      if event.lastStep == self.step {
        if Int(event.event) < firstNew { ahead += 1 }
      } else {
        ahead += 1
        lost.append(Int(event.event))
      }
    }
    withdraw(lost, of: ahead, by: step)
  }

  /// Whether an event that is not withdrawn is still ahead, and so near that the issue should list
  /// it.
  func isExpected(_ event: OpenEvent, by step: Step) -> Bool {
    event.identity.first >= step.day.dayNumber
      && event.identity.first <= step.windowEnd.dayNumber
      && storage[Int(event.event)].withdrawnSince == nil
  }

  /// Withdraws events, unless they are more than a third of those that are ahead.
  mutating func withdraw(_ lost: [Int], of ahead: Int, by step: Step) {
    if lost.count * 3 > ahead {
      notes.append(
        Note(issue: step.reference, problem: .massLoss(lost: lost.count, ahead: ahead)))
      return
    }
    for event in lost {
      storage[event].withdrawnSince = step.day
      storage[event].modified = step.day
      storage[event].sequence = storage[event].sequence.next
    }
  }

  /// Notes the occurrences that are listed on two days.
  mutating func note(
    _ slips: [IssueUnits.Slip], of units: IssueUnits, in issue: IssueReference
  ) {
    for slip in slips {
      let dropped = units.listings[Int(slip.dropped)]
      let kept = units.listings[Int(slip.kept)]
      notes.append(
        Note(
          issue: issue,
          problem: .urlTwoDates(
            at: dropped.location, day: slip.day, kept: kept.details.dates.first,
            keptLine: kept.location.line)))
    }
  }
}
