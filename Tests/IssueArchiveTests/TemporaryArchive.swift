import EventModel
import FileSystem

@testable import IssueArchive

/// An archive in a folder of its own.
struct TemporaryArchive {
  let archive: Archive

  /// Gives a body an empty archive, and removes it behind that.
  static func run(_ body: (TemporaryArchive) throws -> Void) throws {
    let path = try TemporaryPath.folder("/tmp/twir-events-test-")
    defer { remove(path) }
    try body(TemporaryArchive(archive: Archive(path: path)))
  }

  private static func remove(_ path: String) {
    for name in (try? FileReading.names(in: path)) ?? [] {
      let inner = "\(path)/\(name)"
      if FileReading.status(of: inner)?.isDirectory == true { remove(inner) }
    }
    Disk.removeFolder(path)
  }

  func write(_ text: String, to name: String) throws {
    try Disk.write(archive.path(of: name), Array(text.utf8), isDurable: false)
  }

  func text(of name: String) throws -> String {
    String(decoding: try FileReading.contents(of: archive.path(of: name)), as: UTF8.self)
  }

  func names(in folder: String = ".") -> [String] {
    (try? FileReading.names(in: archive.path(of: folder))) ?? []
  }
}

func day(_ text: String) -> CivilDate { CivilDate(text) ?? .distantPast }
