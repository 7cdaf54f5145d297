import EventModel

/// Text of listings made safe for a terminal.
///
/// A title may hold anything; an escape sequence in it would move the cursor, a character that
/// overrides the writing direction would turn the rest of the line.
enum TerminalText {
  /// The text on one line, without controls and without invisible characters that act on others.
  static func string(_ text: Text) -> String {
    string { PlainText.append(text, to: &$0) }
  }

  /// What `compose` appends, on one line and made safe.
  static func string(_ compose: (inout OutputBuffer) -> Void) -> String {
    var buffer = OutputBuffer(capacity: 256)
    compose(&buffer)
    return safe(buffer.string)
  }

  /// A string on one line, made safe in the same way.
  static func safe(_ string: String) -> String {
    if string.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return string }
    var safe = String.UnicodeScalarView()
    safe.append(contentsOf: string.unicodeScalars.filter(isSafe))
    return String(safe)
  }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Joiners, variation selectors and the tags of flags belong to visible characters.
    case 0x200C, 0x200D, 0xE0020...0xE007F: true
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: false
      default: true
      }
    }
  }
}
