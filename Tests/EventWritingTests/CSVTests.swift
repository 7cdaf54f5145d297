import EventModel
import TestSupport
import Testing

@testable import EventWriting

struct CSVTests {
  /// A plain reader of RFC 4180; nil where quotes are wrong.
  static func rows(_ text: String) -> [[String]]? {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var quoted = false
    var afterQuote = false
    for scalar in text.unicodeScalars {
      if quoted {
        if scalar == "\"" { (quoted, afterQuote) = (false, true) } else { cell.append(scalar) }
        continue
      }
      switch scalar {
      case "\"":
        guard afterQuote || cell.isEmpty else { return nil }
        if afterQuote { cell.append("\"") }
        quoted = true
      case ",", "\n":
        row.append(String(cell))
        cell = .init()
        if scalar == "\n" {
          rows.append(row)
          row = []
        }
      case "\r": break
      default:
        if afterQuote { return nil }
        cell.append(scalar)
      }
      afterQuote = false
    }
    return quoted || !row.isEmpty ? nil : rows
  }

  @Test func everyRowHasEveryColumn() throws {
    let rows = try Samples.required(Self.rows(written(Samples.all(), by: CSV())))
    #expect(rows.count == 8)
    #expect(rows.allSatisfy { $0.count == 14 })
    #expect(rows[3][1] == "RustWeek: \"Async, or not\"")
    #expect(rows[3][6] == "München; Utrecht")
  }

  @Test func rowsEndWithBothCharacters() throws {
    let output = Array(written(try Samples.all(), by: CSV()).utf8)
    for (offset, byte) in output.enumerated() where byte == 0x0A {
      #expect(output[offset - 1] == 0x0D)
    }
    #expect(output.last == 0x0A)
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
  func formulasAreGuarded(title: String) throws {
    let output = appended { $0.cell(text: Text(title)) }
    let read = try Samples.required(Self.rows(output + ",\n")?.first?.first)
    #expect(read.hasPrefix("'"))
    #expect(!output.hasPrefix(title))
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
    ("\"", "\"\"\"\""),
    ("a\nb", "\"a\nb\""), ("", ""), ("=a,\"b\"", "\"'=a,\"\"b\"\"\""),
  ])
  func cellsAreQuotedWhereTheyMust(text: String, expected: String) {
    #expect(appended { $0.cell(text: Text(text)) } == expected)
  }

  @Test func hostileTextsStayInTheirCells() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let event = try Samples.hostile(using: &generator)
      for (output, columns) in [
        (written([event], by: CSV()), 14), (written([event], by: GoogleCSV()), 9),
      ] {
        let rows = try Samples.required(Self.rows(output))
        #expect(rows.map(\.count) == [columns, columns], "seed \(seed)")
        for cell in rows[1] {
          #expect(!["=", "+", "-", "@", "\t"].contains { cell.hasPrefix($0) }, "seed \(seed)")
        }
      }
    }
  }

  @Test func importOfSeveralDaysEndsOnTheLast() throws {
    let event = try Samples.event("Rust") {
      $0.details.dates = try Samples.days("2026-02-27", "2026-03-01")
    }
    let rows = try Samples.required(Self.rows(written([event], by: GoogleCSV())))
    #expect(rows[1][1...5] == ["02/27/2026", "", "03/01/2026", "", "True"])
  }
}
