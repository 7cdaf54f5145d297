package import FileSystem

extension FileReading {
  /// The paths of the issues in a folder, or of other files by what their names end in, in the order
  /// of their names.
  ///
  /// Folders, pipes and devices are none, whatever their names; what cannot be looked at (a
  /// symbolic link to nothing, a name that is no UTF-8) is listed, so that it can be reported.
  package static func files(
    in directory: String, ending suffixes: [String] = issueSuffixes
  ) throws(SystemError) -> [String] {
    try names(in: directory).filter { isWanted($0, suffixes) }
      .map { path(of: $0, in: directory) }.filter { status(of: $0)?.isRegularFile ?? true }
  }

  private static func isWanted(_ name: String, _ suffixes: [String]) -> Bool {
    let lower = name.lowercased()
    return !name.hasPrefix(".") && suffixes.contains(where: lower.hasSuffix)
  }

  /// What the names of issues in a folder end in; the kind is told from the contents.
  package static let issueSuffixes = [".md", ".markdown"] + pageSuffixes
  /// What the names of saved pages in a folder end in.
  package static let pageSuffixes = [".html", ".htm"]
}
