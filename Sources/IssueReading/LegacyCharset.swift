/// A charset of one byte a character, for which UTF-8 text is sometimes taken.
struct LegacyCharset: Sendable {
  /// The bytes of the characters that the charset has beyond ASCII.
  private let bytes: [Unicode.Scalar: UInt8]

  /// A charset by its upper half: the characters of the bytes 0x80 to 0xFF.
  private init(upperHalf: String) {
    var bytes: [Unicode.Scalar: UInt8] = [:]
    for (offset, scalar) in upperHalf.unicodeScalars.prefix(128).enumerated() {
      bytes[scalar] = 0x80 + UInt8(offset)
    }
    self.bytes = bytes
  }

  /// The byte of a character; nil where the charset has none beyond ASCII.
  func byte(of scalar: Unicode.Scalar) -> UInt8? { bytes[scalar] }

  /// Mac OS Roman, as Unicode's mapping table ROMAN.TXT has it.
  static let macRoman = LegacyCharset(
    upperHalf:
      "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü" + "†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
      + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ" + "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")

  /// Windows-1252; the five bytes that it leaves open are the control characters of ISO 8859-1, as
  /// in the WHATWG's Encoding Standard.
  static let windows1252 = LegacyCharset(
    upperHalf:
      "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
      + "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿" + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
      + "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ")
}
