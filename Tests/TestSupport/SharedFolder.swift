package import Foundation

/// A folder in `../shared`, beside the checkout and no part of it: what others have published.
package struct SharedFolder: Sendable {
  /// Where it is, whether it is there or not.
  package let url: URL
  private let name: String

  package init(_ name: String) {
    self.name = name
    // This file lies three folders below the checkout.
    url =
      URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../shared/\(name)").standardizedFileURL
  }

  /// The newsletter's issues, in Markdown.
  package static let archive = SharedFolder("archive")

  /// Whether it is there; the tests that need it say so where they are skipped.
  package var isThere: Bool { FileManager.default.fileExists(atPath: url.path) }

  /// What a skipped test says.
  package var absence: String {
    "SKIPPED: there is no folder ../shared/\(name) beside the checkout"
  }

  /// The names of the files in it, in their order; none where it is not there.
  package var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
  }

  /// The names of its Markdown files from a name on, in their order.
  package func issues(from first: String = "") -> [String] {
    names.filter { $0.hasSuffix(".md") && $0 >= first }
  }

  /// The bytes of a file in it.
  package func bytes(_ path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: url.appending(path: path)))
  }
}
