import EventModel
import EventWriting
import FileSystem
import IssueChecking

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Which findings are shown: those that are new against a baseline, on lines that changed.
struct FindingFilter: Sendable {
  private let baseline: Baseline?
  private let revision: GitRevision?

  /// A filter by the options, which reads the files that they name.
  init(_ options: FindingOptions) throws(CommandError) {
    if let path = options.baseline {
      baseline = try Self.baseline(path)
    } else {
      baseline = nil
    }
    revision = options.changedSince.map { GitRevision($0) }
  }

  /// The findings of a file that the baseline does not know.
  func new(_ result: IssueCheck.Result, path: String) -> [Finding] {
    baseline?.new(result.findings, in: path, text: result.text) ?? result.findings
  }

  /// The findings of a file that are shown.
  func shown(_ result: IssueCheck.Result, path: String) throws(CommandError) -> [Finding] {
    let findings = new(result, path: path)
    guard let revision, !findings.isEmpty else { return findings }
    guard let old = try revision.contents(of: path) else { return findings }
    let changed = LineDifference(from: old, to: result.text).changes.map(\.new)
    return findings.filter { finding in
      // What is missing in the whole file has no line of its own.
      finding.code == .noSection
        || changed.contains {
          $0.contains { (finding.start.line - 1...finding.end.line - 1).contains($0) }
        }
    }
  }

  // MARK: The baseline's file

  private struct Known: Decodable {
    var file: String
    var code: String
    var source: String
  }

  private static func baseline(_ path: String) throws(CommandError) -> Baseline {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileReading.contents(of: path)
    } catch {
      throw .unreadableSource(path: path, reason: error.reason)
    }
    guard let known = try? JSONDecoder().decode([Known].self, from: Data(bytes)) else {
      throw .usage("'\(path)' is no baseline: expected what 'check --format json' writes")
    }
    return Baseline(
      known.map { Baseline.Key(file: $0.file, code: $0.code, source: $0.source) })
  }
}
