import EventModel

/// Which year is meant: editors copy last year's line, or leave the year out.
enum YearRule {
  /// A stated date further before the issue than this many days may be a slip.
  static let earliestStated = 60
  /// A stated date further after the issue than this many days may be a slip.
  static let latestStated = 300
  /// The date that is meant stands at most this many days after the issue.
  static let latestMeant = 60

  /// The date with the year that is meant.
  ///
  /// A stated year stays, unless it puts the date more than 60 days before the issue or more than
  /// 300 days after it, while the nearest other year puts it between the issue's date and 60 days
  /// later: `2022-10-03` in September 2024 is 2024-10-03.
  static func settle(_ date: CivilDate, issueDate: CivilDate) -> CivilDate {
    let distance = issueDate.days(to: date)
    guard distance < -earliestStated || distance > latestStated else { return date }
    let (_, month, day) = date.components
    let issueYear = issueDate.components.year
    for year in [issueYear, issueYear + 1] {
      guard let candidate = CivilDate(year: year, month: month, day: day) else { continue }
      if (0...latestMeant).contains(issueDate.days(to: candidate)) { return candidate }
    }
    return date
  }

  /// A date without a year is at most this many days before the issue.
  static let earliestUnstated = 31
  /// A date without a year is at most this many days after the issue.
  static let latestUnstated = 334

  /// The date of a day that is written without its year: the nearest to the issue, from 31 days
  /// before it to 334 days after; nil where no year has the day there (29 February).
  static func nearest(month: Int, day: Int, issueDate: CivilDate) -> CivilDate? {
    let issueYear = issueDate.components.year
    return (issueYear - 1...issueYear + 1)
      .compactMap { CivilDate(year: $0, month: month, day: day) }
      .filter { (-earliestUnstated...latestUnstated).contains(issueDate.days(to: $0)) }
      .min { abs(issueDate.days(to: $0)) < abs(issueDate.days(to: $1)) }
  }
}
