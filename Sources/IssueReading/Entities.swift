/// HTML's character references, as far as Markdown's editors use them by hand.
enum Entities {
  /// The entity at an ampersand, and the offset behind it; nil where none stands.
  ///
  /// CommonMark §2.5: a reference ends with a semicolon; a number that is no Unicode scalar is
  /// U+FFFD.
  static func parse(
    _ buffer: [UInt8], at offset: Int, to end: Int
  ) -> (bytes: [UInt8], end: Int)? {
    // The longest name of the table has 6 letters, a number at most 7 digits.
    let bound = Swift.min(end, offset + 11)
    guard let semicolon = buffer.firstOffset(of: ASCII.semicolon, in: offset..<bound),
      semicolon > offset + 1
    else { return nil }
    let name = offset + 1..<semicolon
    if buffer[name.lowerBound] == ASCII.numberSign {
      return scalar(buffer, name.lowerBound + 1..<name.upperBound).map {
        (Array(String($0).utf8), semicolon + 1)
      }
    }
    let key = String(decoding: buffer[name], as: UTF8.self)
    return named[key].map { (Array($0.utf8), semicolon + 1) }
  }

  private static func scalar(_ buffer: [UInt8], _ digits: Range<Int>) -> Character? {
    guard let first = digits.first else { return nil }
    let isHexadecimal = buffer[first].lowercased == UInt8(ascii: "x")
    let digits = (isHexadecimal ? first + 1 : first)..<digits.upperBound
    // A sign, which `UInt32` takes, is no digit.
    guard digits.allSatisfy({ buffer[$0].isAlphanumeric }),
      let number = UInt32(
        String(decoding: buffer[digits], as: UTF8.self), radix: isHexadecimal ? 16 : 10)
    else { return nil }
    guard number != 0, let scalar = Unicode.Scalar(number) else { return "\u{FFFD}" }
    return Character(scalar)
  }

  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ",
    "ndash": "\u{2013}", "mdash": "\u{2014}", "hellip": "\u{2026}", "lsquo": "\u{2018}",
    "rsquo": "\u{2019}", "ldquo": "\u{201C}", "rdquo": "\u{201D}", "laquo": "\u{AB}",
    "raquo": "\u{BB}", "copy": "\u{A9}", "reg": "\u{AE}", "trade": "\u{2122}", "middot": "\u{B7}",
    "bull": "\u{2022}", "times": "\u{D7}", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä",
    "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "aacute": "á",
    "iacute": "í", "oacute": "ó", "uacute": "ú", "ntilde": "ñ", "ccedil": "ç", "atilde": "ã",
    "oslash": "ø", "aring": "å", "aelig": "æ", "lsqb": "[", "rsqb": "]", "vert": "|", "ast": "*",
    "lowbar": "_",
  ]
}
