import EventModel
import Gazetteer
import IssueReading

extension CheckRule {
  static let placeCode = CheckRule(
    code: .placeCode, severity: .warning,
    summary: "a code of a country or subdivision that is none",
    explanation: """
      Countries have the two letters of ISO 3166-1 ('AU', not 'AUS'), and the newsletter writes \
      'UK' for the United Kingdom, unless an issue says 'GB' throughout. States have the letters \
      of their post ('QLD', not 'QL').
      """,
    example: """
      ### Oceania
      * 2026-02-18 | Brisbane, QL, AU | [Rust Brisbane](https://example.org/brisbane)
          * [**February Meetup**](https://example.org/brisbane/february)
      * 2026-02-19 | Perth, WA, AUS | [Rust Perth](https://example.org/perth)
          * [**Rust on the Swan**](https://example.org/perth/swan)
      """,
    mend: """
      ### Oceania
      * 2026-02-18 | Brisbane, QLD, AU | [Rust Brisbane](https://example.org/brisbane)
          * [**February Meetup**](https://example.org/brisbane/february)
      * 2026-02-19 | Perth, WA, AU | [Rust Perth](https://example.org/perth)
          * [**Rust on the Swan**](https://example.org/perth/swan)
      """,
    fixability: .sometimes, look: PlaceCodeLook.look)
}

/// Looks at the codes of place fields.
private enum PlaceCodeLook {
  static func look(_ issue: borrowing CheckedIssue, _ report: inout FindingReport) {
    issue.reportPlaceFindings(.placeCode, to: &report)
    let lines = issue.fields.compactMap(\.self)
    let codes = lines.flatMap { Codes.countries(of: $0, in: issue.text) }
    let british = codes.filter {
      issue.text.hasWord(word("uk"), at: $0.lowerBound, to: $0.upperBound)
    }
    let text = issue.text
    let isBritish = { (range: Range<Int>) in
      text.hasWord(word("gb"), at: range.lowerBound, to: range.upperBound)
    }
    for code in codes {
      if code.count == 2, isBritish(code), !british.isEmpty,
        codes.count(where: { $0.count == 2 && isBritish($0) }) <= british.count
      {
        report.add(
          code, "'GB' here, but 'UK' elsewhere in the issue",
          fix: Fix(replacing: code, with: "UK"))
      } else if code.count == 3, let country = Codes.alpha3(issue.text, code) {
        report.add(
          code,
          "a country has a code of two letters: expected '\(country)', not "
            + issue.quoted(code),
          fix: Fix(replacing: code, with: country))
      } else if code.count == 2, let upper = Codes.upperCase(issue.text, code) {
        report.add(
          code, "a country's code has capital letters: expected '\(upper)'",
          fix: Fix(replacing: code, with: upper))
      }
    }
  }
}

/// The codes at the ends of places.
private enum Codes {
  /// The last part of each place of a field, where it has two or three letters.
  static func countries(of line: ListingLine, in text: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var end = line.barePlace.upperBound
    for offset in line.barePlace.reversed() + [line.barePlace.lowerBound - 1] {
      let isEnd = offset < line.barePlace.lowerBound
      guard isEnd || text[offset] == ASCII.semicolon else { continue }
      let place = offset + 1..<end
      end = max(offset, line.barePlace.lowerBound)
      guard let comma = place.last(where: { text[$0] == ASCII.comma }) else { continue }
      let code = text.trimmed(comma + 1..<place.upperBound)
      if (2...3).contains(code.count), code.allSatisfy({ text[$0].isLetter }) {
        ranges.append(code)
      }
    }
    return ranges.reversed()
  }

  /// The code of two letters for one of three.
  static func alpha3(_ text: [UInt8], _ code: Range<Int>) -> Text? {
    let written = text[code].map { $0 & ~0x20 }
    let country = Gazetteer.shared.countries.first {
      $0.alpha3.buffer[$0.alpha3.range].elementsEqual(written)
    }
    return country.map { Text($0.code.description == "GB" ? "UK" : $0.code.description) }
  }

  /// The code in capitals, where it is none and a country has it.
  static func upperCase(_ text: [UInt8], _ code: Range<Int>) -> Text? {
    let upper = text[code].map { $0 & ~0x20 }
    guard !text[code].elementsEqual(upper), let country = CountryCode(upper[0], upper[1]),
      Gazetteer.shared.country(country) != nil || upper == Array("UK".utf8)
    else { return nil }
    return Text(String(decoding: upper, as: UTF8.self))
  }
}
