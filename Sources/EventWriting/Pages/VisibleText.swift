import EventModel

/// Text of listings and pages as an HTML document may show it.
///
/// Left out are controls, which HTML does not allow (HTML §13.1.2), characters that turn the
/// direction of what follows, which would turn the rest of the line too, and code points that are no
/// characters. What is data (JSON-LD) keeps all of them, escaped.
enum VisibleText {
  /// The text on one line: trimmed, breaks between lines as spaces.
  static func string(_ text: Text) -> String {
    string { PlainText.append(text, to: &$0) }
  }

  /// The text with its lines.
  static func lines(_ text: Text) -> String {
    string { PlainText.append(lines: text, to: &$0) }
  }

  /// What `compose` appends, without what HTML does not allow.
  static func string(_ compose: (inout OutputBuffer) -> Void) -> String {
    var buffer = OutputBuffer(capacity: 256)
    compose(&buffer)
    let string = buffer.string
    if string.utf8.allSatisfy({ $0 < 0x80 }) { return string }
    var visible = String.UnicodeScalarView()
    visible.append(contentsOf: string.unicodeScalars.filter { !isNoncharacter($0) })
    return String(visible)
  }

  /// The first words of a text on one line, with an ellipsis where there are more.
  static func beginning(of text: Text, atMost count: Int) -> String {
    let whole = string(text)
    guard whole.unicodeScalars.count > count else { return whole }
    var cut = String(String.UnicodeScalarView(whole.unicodeScalars.prefix(count)))
    if let space = cut.lastIndex(of: " ") { cut = String(cut[..<space]) }
    return cut + "…"
  }

  /// Whether a code point is one of Unicode's 66 noncharacters (Unicode §23.7).
  static func isNoncharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value & 0xFFFE == 0xFFFE || 0xFDD0...0xFDEF ~= scalar.value
  }
}

extension WebAddress {
  /// The address as the value of `href`; nil for what is no link.
  var link: String? {
    switch kind {
    case .web, .webWithoutScheme, .other:
      var buffer = OutputBuffer(capacity: 256)
      append(to: &buffer, keepingDelimiters: true)
      return buffer.string
    case .text, .unsafe: return nil
    }
  }

  /// The address of a web page, as `link` gives it; nil for any other.
  var webLink: String? { isWeb ? link : nil }

  /// The host as people know it, without `www.`; nil for what is no web page.
  var shownHost: String? {
    guard isWeb else { return nil }
    let name = VisibleText.string(text.slice(host)).lowercased()
    return name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
  }
}
