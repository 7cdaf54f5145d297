internal import FileSystem

/// A small file of the archive's own: named values, and rows of fields under a name.
///
/// A note that is missing, empty or damaged says nothing: whatever it would say can be asked for
/// again, so it may be written without waiting for the disk.
struct Note: Hashable {
  private var rows: [[String]]

  init() { rows = [] }

  /// Reads a note.
  init(reading path: String) {
    let bytes = (try? FileReading.contents(of: path)) ?? []
    rows = TabbedFields.lines(bytes)
  }

  /// Writes the note in place of the one that stands there.
  func write(_ path: String, by workPath: String) throws(SystemError) {
    let text = rows.map(TabbedFields.line).joined()
    try Disk.write(workPath, Array(text.utf8), isDurable: false)
    try Disk.rename(workPath, to: path)
  }

  /// A named value; empty where there is none.
  subscript(name: String) -> String {
    get { rows.first { $0.count == 2 && $0[0] == name }?[1] ?? "" }
    set {
      rows.removeAll { $0.first == name }
      rows.append([name, newValue])
    }
  }

  /// The fields behind a name, of each row that begins with it.
  func rows(_ name: String) -> [[String]] {
    rows.filter { $0.first == name }.map { Array($0.dropFirst()) }
  }

  /// Adds a row.
  mutating func append(_ name: String, _ fields: [String]) { rows.append([name] + fields) }

  /// What a server said, as the values `etag` and `last-modified`.
  var validators: Validators {
    get { Validators(etag: self["etag"], lastModified: self["last-modified"]) }
    set {
      self["etag"] = newValue.etag
      self["last-modified"] = newValue.lastModified
    }
  }
}
