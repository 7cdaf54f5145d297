/// A line of fields that are parted by tabs, which is how requests come and reports go.
///
/// In a field `\t`, `\n`, `\r` and `\\` stand for the characters.
package enum FieldLine {
  /// The line of some fields, without a line break at its end.
  package static func text(_ fields: [String]) -> String {
    fields.map(escaped).joined(separator: "\t")
  }

  /// The fields of a line; nil where a backslash stands before something else.
  package static func fields(_ line: String) -> [String]? {
    var fields: [String] = []
    for part in line.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false) {
      guard let field = unescaped(part) else { return nil }
      fields.append(field)
    }
    return fields
  }

  private static let escapes: [(character: Unicode.Scalar, letter: Unicode.Scalar)] = [
    ("\t", "t"), ("\n", "n"), ("\r", "r"), ("\\", "\\"),
  ]

  private static func escaped(_ field: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in field.unicodeScalars {
      if let escape = escapes.first(where: { $0.character == scalar }) {
        text.append("\\")
        text.append(escape.letter)
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }

  private static func unescaped(_ field: Substring.UnicodeScalarView) -> String? {
    var text = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in field {
      if isEscaped {
        guard let escape = escapes.first(where: { $0.letter == scalar }) else { return nil }
        text.append(escape.character)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        text.append(scalar)
      }
    }
    return isEscaped ? nil : String(text)
  }
}
