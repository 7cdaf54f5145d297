import Foundation

/// A regular expression as the slow reader uses it.
struct Pattern: Sendable {
  private let expression: NSRegularExpression

  /// The pattern; `^` is the start of the text searched.
  init(_ pattern: String, ignoringCase: Bool = false) {
    let options: NSRegularExpression.Options = ignoringCase ? [.caseInsensitive] : []
    guard let expression = try? NSRegularExpression(pattern: pattern, options: options) else {
      preconditionFailure("no regular expression: \(pattern)")
    }
    self.expression = expression
  }

  /// A match: its groups (the first is the whole), and what stands before and behind it.
  struct Match {
    var groups: [String?]
    var before: String
    var after: String

    /// The text of a group; empty where it took no part.
    func text(_ group: Int) -> String { (groups[group] ?? "") }
  }

  /// The first match.
  func first(in text: String) -> Match? {
    let string = text as NSString
    let all = NSRange(location: 0, length: string.length)
    guard let result = expression.firstMatch(in: text, range: all) else { return nil }
    let groups = (0..<result.numberOfRanges).map { group -> String? in
      let range = result.range(at: group)
      return range.location == NSNotFound ? nil : string.substring(with: range)
    }
    return Match(
      groups: groups, before: string.substring(to: result.range.location),
      after: string.substring(from: result.range.location + result.range.length))
  }

  /// Whether it matches somewhere.
  func matches(_ text: String) -> Bool { first(in: text) != nil }

  /// The text with each match replaced; `$1` is a group.
  func replacing(in text: String, with template: String) -> String {
    let all = NSRange(location: 0, length: (text as NSString).length)
    return expression.stringByReplacingMatches(in: text, range: all, withTemplate: template)
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }

  /// The text without these characters at its ends.
  func trimmed(of characters: String) -> String {
    trimmingCharacters(in: CharacterSet(charactersIn: characters))
  }
}
