import EventModel
import FileSystem
import IssueArchive

/// What of the network a command may use.
enum NetworkUse: Equatable {
  /// Nothing.
  case offline
  /// All; the archive comes from a site.
  case online(IssueSite)
}

extension SourceReader {
  /// The local archive, brought up to date first where that is due; the built-in issue where there
  /// is none.
  mutating func readArchive(_ network: NetworkUse) throws(CommandError) {
    let archive = Environment.archivePath.map { Archive(path: $0) }
    var trouble: String?
    if let archive, case .online(let site) = network {
      trouble = ArchiveRefresh(of: archive, from: site, console: console).runIfDue()
    }
    if let archive, FileReading.status(of: archive.path)?.isDirectory == true {
      let files = try SourceFile.issues(of: archive)
      // What an issue once said concerns the ledger alone.
      try readFiles(content == .events ? files : files.filter { !$0.isEarlierBody })
      if !issues.isEmpty {
        origin = .archive
        if let trouble { warnOfOldArchive(trouble) }
        return
      }
      if let failure = failures.first { throw failure }
    }
    try readBuiltIn(insteadOf: archive, trouble)
  }

  private func warnOfOldArchive(_ trouble: String) {
    guard let newest = issues.map(\.reference).max() else { return }
    console.warning(
      "the archive is not up to date, its newest issue is \(Self.described(newest)): \(trouble)")
  }

  private mutating func readBuiltIn(
    insteadOf archive: Archive?, _ trouble: String?
  ) throws(CommandError) {
    origin = .builtIn
    var reader = ContentReader(content)
    let file = SourceFile(path: BuiltInIssue.file, isNamed: true)
    try add(Self.read(BuiltInIssue.bytes, of: file, with: &reader, nil), of: file)
    guard let issue = issues.first?.reference else { return }
    let name = "the built-in issue \(Self.described(issue))"
    console.warning(
      "no issues in the local archive\(archive.map { " '\($0.path)'" } ?? "")"
        + "\(trouble.map { " (\($0))" } ?? ""): "
        + (content == .calls && listingCount == 0
          ? "\(name), has no calls for papers; name a SOURCE" : "using \(name)"))
  }

  /// The issue in words: `638 of 2026-02-11, 7 days old`.
  private static func described(_ issue: IssueReference) -> String {
    let age = issue.date.days(to: Environment.today)
    return "\(issue.number.map { "\($0) " } ?? "")of \(issue.date), \(age) days old"
  }
}
