package import FileSystem

extension FileReading {
  /// The paths of the issues in a folder, in the order of their names.
  ///
  /// Folders, pipes and devices are none, whatever their names; what cannot be looked at (a
  /// symbolic link to nothing, a name that is no UTF-8) is listed, so that it can be reported.
  package static func issues(in directory: String) throws(SystemError) -> [String] {
    try names(in: directory).filter(isIssueName).map { path(of: $0, in: directory) }
      .filter { status(of: $0)?.isRegularFile ?? true }
  }

  private static func isIssueName(_ name: String) -> Bool {
    let lower = name.lowercased()
    return !name.hasPrefix(".") && issueSuffixes.contains(where: lower.hasSuffix)
  }

  /// What the names of issues in a folder end in; the kind is told from the contents.
  private static let issueSuffixes = [".md", ".markdown", ".html", ".htm"]
}
