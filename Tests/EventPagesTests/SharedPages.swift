import EventModel
import EventPages
import Foundation
import TestSupport
import Testing

/// The saved pages of others beside the checkout, which are no part of it.
enum SharedPages {
  private static let folder = SharedFolder("pages")

  /// Whether they are there; the tests that need them say so where they are skipped.
  static let isThere = folder.isThere

  /// What a skipped test says.
  static let absence = Comment(rawValue: folder.absence)

  static func bytes(_ path: String) throws -> [UInt8] { try folder.bytes(path) }

  static func json(_ path: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(bytes(path)))
  }

  static func read(_ path: String, url: Text? = nil) throws -> PageReading {
    try PageReader.read(bytes(path), source: Text(path), url: url)
  }

  /// The paths of all pages, in order.
  static func paths(under start: String = "") -> [String] {
    let all = FileManager.default.enumerator(atPath: folder.url.path)?.allObjects as? [String] ?? []
    return all.filter { $0.hasSuffix(".html") && $0.hasPrefix(start) }.sorted()
  }
}
