import FileSystem
import IssueArchive

/// Brings the archive up to date, and says what came of it.
struct ArchiveRefresh {
  private let archive: Archive
  private let site: IssueSite
  private let console: Console

  init(of archive: Archive, from site: IssueSite, console: Console) {
    self.archive = archive
    self.site = site
    self.console = console
  }

  /// Does it because the user asked for it.
  func run(isWhole: Bool) throws(CommandError) -> RefreshReport {
    do throws(ArchiveError) {
      let writing = try ArchiveWriting(archive) { noteWaiting() }
      return try report(of: writing, isWhole: isWhole, options)
    } catch {
      throw .archive(error)
    }
  }

  /// Does it where the archive is old; what fails costs no event.
  ///
  /// - Returns: why the archive may be older than it should be; nil where it is not.
  func runIfDue() -> String? {
    // What git brings up to date is left to it.
    if archive.isClone { return nil }
    switch archive.freshness(site, now: Environment.now) {
    case .fresh: return nil
    case .failedLately(let attempt):
      let minutes = (Environment.now - attempt.time) / 60
      return "the last attempt, \(minutes) min ago, failed: \(attempt.reason); "
        + "'twir-events refresh' tries again"
    case .stale: break
    }
    var options = options
    // Whoever wants a calendar does not wait for long.
    options.connectTimeout = 5
    options.timeout = 8
    options.retryDelay = 0.2
    options.longestWait = 1
    do throws(ArchiveError) {
      let writing = try ArchiveWriting(archive) { noteWaiting() }
      // Another run may have done it meanwhile.
      if archive.freshness(site, now: Environment.now) == .fresh { return nil }
      let report = try report(of: writing, isWhole: false, options)
      if let failure = report.failure { return failure.reason }
      return report.isUnreachable ? report.problems.first.map(Self.described) : nil
    } catch {
      return error.reason
    }
  }

  private var options: Fetcher.Options {
    var options = Fetcher.Options()
    options.allowsPrivate = site.isNamed
    options.delay = 0
    options.timeout = 15
    options.retryDelay = 0.5
    options.longestWait = 10
    return options
  }

  private func report(
    of writing: borrowing ArchiveWriting, isWhole: Bool, _ options: Fetcher.Options
  ) throws(ArchiveError) -> RefreshReport {
    let refresh = Refresh(
      of: archive, from: site, isWhole: isWhole, now: Environment.now
    ) { requests throws(FetcherError) in try Fetcher.fetch(requests, options) }
    let report = try refresh.run(in: writing)
    // One problem that stopped everything is the caller's to tell.
    if !report.isUnreachable {
      for problem in report.problems { console.warning(Self.described(problem)) }
    }
    if report.leftOutCount > 0 {
      let issues = report.leftOutCount == 1 ? "issue is" : "issues are"
      console.note(
        "\(report.leftOutCount) older \(issues) not in the archive; 'twir-events refresh --all' "
          + "fetches every issue")
    }
    return report
  }

  private func noteWaiting() {
    console.note("another run holds the archive '\(archive.path)'; waiting for it")
  }

  /// A problem in words: what, where, and why.
  static func described(_ problem: RefreshReport.Problem) -> String {
    guard let name = problem.name else {
      return "no list of issues from '\(problem.url)': \(problem.reason)"
    }
    return "'\(name.name)' was not taken from '\(problem.url)': \(problem.reason)"
  }
}
