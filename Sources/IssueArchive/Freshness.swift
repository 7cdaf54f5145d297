/// An attempt to bring the archive up to date.
package struct Attempt: Hashable, Sendable {
  /// The site.
  package var site: String
  /// When it was, in seconds since 1970.
  package var time: Int
  /// Why it failed; empty where it did not.
  package var reason: String

  package init(site: String, time: Int, reason: String = "") {
    self.site = site
    self.time = time
    self.reason = reason
  }

  fileprivate init?(reading path: String) {
    let note = Note(reading: path)
    guard let time = Int(note["time"]) else { return nil }
    site = note["site"]
    self.time = time
    reason = note["reason"]
  }

  /// The attempt as it is written.
  var note: Note {
    var note = Note()
    note["site"] = site
    note["time"] = "\(time)"
    note["reason"] = reason
    return note
  }
}

// MARK: - The archive's age

extension Archive {
  /// Whether the archive is to be brought up to date before it is read.
  package enum Freshness: Hashable, Sendable {
    /// The site was asked not long ago.
    case fresh
    /// It was not.
    case stale
    /// It was not, but the last attempt failed only a short time ago.
    case failedLately(Attempt)
  }

  /// An archive is stale when it was checked longer ago than this: 6 hours.
  package static let greatestAge = 6 * 3600
  /// A failed attempt is not repeated by itself within this time: 10 minutes.
  ///
  /// It may have taken all the time-outs that there are.
  package static let pauseAfterFailure = 600

  /// Whether the archive is to be brought up to date from a site.
  ///
  /// A moment that lies ahead is none: the clock was wrong then.
  package func freshness(_ site: IssueSite, now: Int) -> Freshness {
    if isWithin(Self.greatestAge, Attempt(reading: path(of: Self.checked)), site, now) != nil {
      return .fresh
    }
    let failed = isWithin(Self.pauseAfterFailure, Attempt(reading: path(of: Self.tried)), site, now)
    return failed.map { .failedLately($0) } ?? .stale
  }

  private func isWithin(
    _ seconds: Int, _ attempt: Attempt?, _ site: IssueSite, _ now: Int
  ) -> Attempt? {
    guard let attempt, attempt.site == site.url else { return nil }
    let (age, overflow) = now.subtractingReportingOverflow(attempt.time)
    return !overflow && (0..<seconds).contains(age) ? attempt : nil
  }

  /// The note of the last attempt that succeeded, and of the last one that failed.
  static let checked = "\(state)/checked"
  static let tried = "\(state)/tried"
}
