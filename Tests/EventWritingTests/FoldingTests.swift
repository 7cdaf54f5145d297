import EventModel
import TestSupport
import Testing

@testable import EventWriting

/// RFC 5545 §3.1: lines of at most 75 octets, broken between characters.
struct FoldingTests {
  static func folded(_ line: String) -> String {
    appended {
      $0.append("before\r\n")
      let start = $0.count
      $0.append(text: Text(line))
      $0.endLine(from: start)
    }
  }

  /// What a reader takes for the one line.
  static func unfolded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var line: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      if bytes[offset...].starts(with: [0x0D, 0x0A, 0x20]) {
        offset += 3
      } else {
        line.append(bytes[offset])
        offset += 1
      }
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// What is wrong with the folding of a line; nil if nothing is.
  private func fault(inFoldingOf line: String) -> String? {
    let output = Self.folded(line)
    if Self.unfolded(output) != "before\r\n" + line + "\r\n" { return "reads back otherwise" }
    var pieces = Array(output.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
    if !pieces.removeLast().isEmpty { return "does not end with a line end" }
    for piece in pieces {
      if piece.last != 0x0D { return "a line feed stands alone" }
      if piece.count > 76 { return "a line has \(piece.count - 1) octets" }
      if String(validating: piece, as: UTF8.self) == nil { return "a character is cut" }
    }
    return nil
  }

  @Test(arguments: ["a", "é", "東", "🦀"])
  func foldsLinesOfEveryLengthAndWidth(character: String) {
    for length in 0...400 {
      let line = "X" + String(repeating: character, count: length)
      if let fault = fault(inFoldingOf: line) {
        Issue.record("\(length) times \(character): \(fault)")
      }
    }
  }

  @Test func foldsAsLateAsItMay() {
    let line = String(repeating: "a", count: 75 + 74 + 1)
    let lines = Self.folded(line).split(separator: "\r\n")
    #expect(lines.map(\.utf8.count) == [6, 75, 75, 2])
    #expect(Self.folded(String(repeating: "a", count: 75)).utf8.count == 8 + 75 + 2)
  }

  @Test func foldsBeforeACharacterThatStraddlesTheLimit() {
    let line = String(repeating: "a", count: 74) + "🦀"
    #expect(Self.folded(line) == "before\r\n" + String(repeating: "a", count: 74) + "\r\n 🦀\r\n")
  }

  @Test func foldsRandomText() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    let plain = HostileText.pieces.filter { $0.utf8.allSatisfy { $0 != 0x0A && $0 != 0x0D } }
    for _ in 0..<300 {
      let count = Int.random(in: 0...120, using: &generator)
      let line = (0..<count).map { _ in
        plain[Int.random(in: plain.indices, using: &generator)]
      }.joined()
      if let fault = fault(inFoldingOf: "X" + line) { Issue.record("seed \(seed): \(fault)") }
    }
  }
}
