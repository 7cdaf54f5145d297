import EventModel

/// A state of the files that git keeps.
struct GitRevision: Sendable {
  private let name: String

  /// The revision that the user named: a branch, a tag, a commit, `HEAD~3`.
  init(_ name: String) { self.name = name }

  /// What a file held in this revision; nil where it was not there yet.
  ///
  /// - Throws: `CommandError.usage` where git does not know the revision or the file is in no
  ///   repository.
  func contents(of path: String) throws(CommandError) -> [UInt8]? {
    let folder = OutputFile.folder(of: path)
    let file = String(path.dropFirst(folder.count))
    let place = folder.isEmpty ? "." : folder
    // `--end-of-options`: a revision that begins with a hyphen is none of git's options.
    let revision = try git(
      place, "rev-parse", "--verify", "--quiet", "--end-of-options", "\(name)^{commit}")
    guard revision.isSuccess,
      let commit = revision.output.split(separator: UInt8(ascii: "\n")).first
    else {
      throw .usage(
        "git knows no revision '\(name)' where '\(path)' is; --changed-since needs a commit, a "
          + "branch or a tag of a repository that the file is in")
    }
    // `./` makes it relative to the folder instead of the repository's root.
    let old = try git(place, "show", "\(String(decoding: commit, as: UTF8.self)):./\(file)")
    return old.isSuccess ? old.output : nil
  }

  private func git(
    _ folder: String, _ arguments: String...
  ) throws(CommandError) -> HelperProgram.Result {
    do throws(HelperProgram.Failure) {
      // `env` looks git up in PATH.
      return try HelperProgram.run(
        "/usr/bin/env", ["git", "-C", folder] + arguments, input: [], limit: 1 << 28)
    } catch {
      throw .usage("--changed-since needs git, which cannot be run: \(error.reason)")
    }
  }
}
