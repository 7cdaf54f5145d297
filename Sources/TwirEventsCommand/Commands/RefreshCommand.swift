import ArgumentParser
import EventWriting
import IssueArchive

/// Brings the archive up to date.
struct RefreshCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refresh",
    abstract: "Fetch new and mended issues into the local archive.",
    usage: "twir-events refresh [<options>]",
    discussion: """
      The other commands do this by themselves where the archive was not looked after for six hours. \
      Every issue is checked before it takes the place of an old one, and what it replaces is kept.

      EXAMPLES
        twir-events refresh
        twir-events refresh --all
        twir-events refresh --pages
        twir-events refresh --base-url https://example.org/issues/
      """)

  @Flag(help: "Fetch every issue, not the newest twelve alone.")
  var all = false

  @Flag(
    help: """
      Also fetch the pages of the events ahead, for their hours, venues and changes of plan.
      """)
  var pages = false

  @Flag(help: "Fetch pages from this machine and from private networks too.")
  var allowPrivate = false

  @OptionGroup var site: SiteOptions

  @Flag(help: "Use no network at all, which leaves nothing to do.")
  var offline = false

  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if allowPrivate, !pages {
      throw ValidationError("--allow-private goes with --pages")
    }
    if offline {
      throw ValidationError("refresh is all network: --offline leaves it nothing to do")
    }
  }

  func run() throws {
    guard let path = Environment.archivePath else { throw CommandError.noArchive }
    let refresh = ArchiveRefresh(
      of: Archive(path: path), from: try site.site(), console: messages.console)
    let report = try refresh.run(isWhole: all)
    if !messages.quiet { try OutputFile.print(Self.summary(of: report)) }
    if let failure = report.failure { throw CommandError.archive(failure) }
    if report.isUnreachable, let problem = report.problems.first {
      throw CommandError.unreachable(url: problem.url, reason: problem.reason)
    }
    if pages { try refreshPages(of: Archive(path: path)) }
  }

  private func refreshPages(of archive: Archive) throws {
    let refresh = PageRefresh(
      of: archive, console: messages.console, allowsPrivate: allowPrivate)
    let report = try refresh.run()
    if messages.quiet { return }
    try OutputFile.print(
      "pages: \(report.newCount) new, \(report.sameCount) as before, \(report.failedCount) failed\n"
    )
  }

  /// A line for each issue that is new or mended.
  private static func summary(of report: RefreshReport) -> String {
    if report.new.isEmpty, report.mended.isEmpty {
      return report.isUnreachable || report.failure != nil ? "" : "nothing new\n"
    }
    return report.new.map { "new: \(described($0))\n" }.joined()
      + report.mended.map { "mended: \(described($0))\n" }.joined()
  }

  /// The issue in words: `issue 638 of 2026-02-11, 120 listings`.
  private static func described(_ change: RefreshReport.Change) -> String {
    let number = change.number.map { "issue \($0)" } ?? "issue"
    let listings = "\(change.listingCount) listing\(change.listingCount == 1 ? "" : "s")"
    return "\(number) of \(change.name.date), \(listings)"
  }
}
