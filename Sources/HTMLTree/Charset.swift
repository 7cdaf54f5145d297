internal import CCharset

/// Which charset the bytes of a web page are in, and how they become UTF-8.
///
/// A page says it in many places that may be wrong. What is valid UTF-8 is taken for it, whatever is
/// declared; otherwise what the byte order mark, the caller or a `meta` element says counts, by the
/// names of the WHATWG's Encoding Standard.
package enum Charset {
  /// The bytes of a page as UTF-8, without a byte order mark; what cannot be read is U+FFFD.
  ///
  /// `declared` is the charset that the server names, if there is one.
  package static func utf8(_ bytes: [UInt8], declared: String? = nil) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return repaired(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE]) { return decode(bytes.dropFirst(2), "UTF-16LE") }
    if bytes.starts(with: [0xFE, 0xFF]) { return decode(bytes.dropFirst(2), "UTF-16BE") }
    let isValid = (try? UTF8Span(validating: bytes.span)) != nil
    if isValid, !mayBeStateful(bytes) { return bytes }
    if let name = declared.flatMap(name(ofLabel:)) ?? name(ofLabel: declaration(in: bytes)) {
      // Bytes that are valid UTF-8 can be of one other charset only: one that is written in ASCII.
      if name == "UTF-8" || isValid, name != "ISO-2022-JP" { return repaired(bytes) }
      return decode(bytes[...], name)
    }
    return isValid || isMostlyUTF8(bytes) ? repaired(bytes) : decode(bytes[...], "CP1252")
  }

  /// The bytes with U+FFFD for those that are no UTF-8.
  private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    if (try? UTF8Span(validating: bytes.span)) != nil { return bytes }
    return Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  private static func decode(_ bytes: ArraySlice<UInt8>, _ name: String) -> [UInt8] {
    var isKnown = true
    let (capacity, overflow) = bytes.count.multipliedReportingOverflow(by: 3)
    if overflow { return [] }
    // C writes at most as much as the array has room for, and says how much it was.
    let text = unsafe [UInt8](unsafeUninitializedCapacity: capacity + 8) { buffer, count in
      let written = unsafe bytes.withUnsafeBytes { source in
        unsafe ccharset_decode(
          name, source.baseAddress, source.count, buffer.baseAddress, buffer.count)
      }
      isKnown = written != Int(bitPattern: UInt.max) && written >= 0
      count = isKnown ? Int(written) : 0
    }
    return isKnown ? text : repaired(Array(bytes))
  }

  /// Whether there is an escape, as ISO-2022-JP has before other letters.
  private static func mayBeStateful(_ bytes: [UInt8]) -> Bool {
    bytes.prefix(4_096).contains(0x1B)
  }

  /// Whether more characters beyond ASCII are UTF-8 than are not.
  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var good = 0
    var bad = 0
    for scalar in String(decoding: bytes.prefix(1 << 20), as: UTF8.self).unicodeScalars {
      if scalar == "\u{FFFD}" { bad += 1 } else if scalar.value >= 0x80 { good += 1 }
    }
    return good >= bad && good > 0
  }

  // MARK: Names

  /// What stands behind the first `charset=` at the head of a page.
  private static func declaration(in bytes: [UInt8]) -> String {
    let head = bytes.prefix(65_536)
    let key = Array("charset=".utf8)
    var offset = head.startIndex
    while offset + key.count < head.endIndex {
      if head[offset] | 0x20 == key[0],
        (0..<key.count).allSatisfy({ head[offset + $0] | (key[$0] & 0x20) == key[$0] })
      {
        let value = head[(offset + key.count)...].prefix(42).drop { $0 == 0x22 || $0 == 0x27 }
        let name = value.prefix { $0 > 0x20 && !#""'>;/"#.utf8.contains($0) }
        return String(decoding: name, as: UTF8.self)
      }
      offset += 1
    }
    return ""
  }

  /// The C library's name of a charset that pages name; nil for none that is known.
  private static func name(ofLabel label: String) -> String? {
    let label = label.lowercased()
    return names.first { $0.labels.split(separator: " ").contains(label[...]) }?.name
  }

  /// The charsets of the web by the labels of the Encoding Standard that occur.
  private static let names: [(name: String, labels: String)] = [
    ("UTF-8", "utf-8 utf8 unicode-1-1-utf-8 utf-16 utf-16le utf-16be"),
    ("CP1252", "windows-1252 cp1252 iso-8859-1 iso8859-1 iso_8859-1 latin1 l1 ascii us-ascii"),
    ("CP1250", "windows-1250 cp1250"),
    ("CP1251", "windows-1251 cp1251"),
    ("CP1253", "windows-1253 cp1253"),
    ("CP1254", "windows-1254 cp1254 iso-8859-9 latin5"),
    ("CP1255", "windows-1255 cp1255"),
    ("CP1256", "windows-1256 cp1256"),
    ("CP1257", "windows-1257 cp1257"),
    ("CP1258", "windows-1258 cp1258"),
    ("CP874", "windows-874 tis-620 iso-8859-11"),
    ("ISO-8859-2", "iso-8859-2 latin2 l2"),
    ("ISO-8859-3", "iso-8859-3"),
    ("ISO-8859-4", "iso-8859-4"),
    ("ISO-8859-5", "iso-8859-5"),
    ("ISO-8859-6", "iso-8859-6"),
    ("ISO-8859-7", "iso-8859-7"),
    ("ISO-8859-8", "iso-8859-8 iso-8859-8-i"),
    ("ISO-8859-10", "iso-8859-10"),
    ("ISO-8859-13", "iso-8859-13"),
    ("ISO-8859-14", "iso-8859-14"),
    ("ISO-8859-15", "iso-8859-15 latin9"),
    ("ISO-8859-16", "iso-8859-16"),
    ("KOI8-R", "koi8-r koi8"),
    ("KOI8-U", "koi8-u"),
    ("MACINTOSH", "macintosh x-mac-roman"),
    ("GB18030", "gb18030 gbk gb2312 x-gbk gb_2312-80 chinese"),
    ("BIG5-HKSCS", "big5 big5-hkscs x-x-big5"),
    ("EUC-JP", "euc-jp x-euc-jp"),
    ("ISO-2022-JP", "iso-2022-jp"),
    ("CP932", "shift_jis shift-jis sjis x-sjis windows-31j"),
    ("CP949", "euc-kr ks_c_5601-1987 korean windows-949"),
  ]
}
