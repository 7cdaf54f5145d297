package import EventModel

extension Ledger {
  /// Something odd that shows only where listings are compared.
  package struct Note: Hashable, Sendable {
    /// What is odd.
    package enum Problem: Hashable, Sendable {
      /// An issue without more than a third of the events that were still ahead, which therefore
      /// withdraws none.
      case massLoss(lost: Int, ahead: Int)
      /// One occurrence's URL on two days at most a week apart; the day listed first counts.
      case urlTwoDates(at: SourceLocation, day: CivilDate, kept: CivilDate, keptLine: UInt32?)
    }

    /// The issue in which it shows.
    package var issue: IssueReference
    /// What is odd.
    package var problem: Problem

    package init(issue: IssueReference, problem: Problem) {
      self.issue = issue
      self.problem = problem
    }

    /// Whether it concerns one listing of the issue.
    var isOfListing: Bool {
      if case .urlTwoDates = problem { return true }
      return false
    }

    /// The note as a warning on a line of the issue's file.
    package var diagnostic: Diagnostic {
      switch problem {
      case .massLoss(let lost, let ahead):
        Diagnostic(
          .warning, .massLoss, at: SourceLocation(line: 1),
          "\(lost) of \(ahead) events still ahead are no longer listed: none is withdrawn")
      case .urlTwoDates(let location, let day, let kept, let line):
        Diagnostic(
          .warning, .urlTwoDates, at: location,
          "the same link stands on \(kept)\(line.map { " in line \($0)" } ?? ""): "
            + "'\(day)' is taken for a slip")
      }
    }
  }
}
