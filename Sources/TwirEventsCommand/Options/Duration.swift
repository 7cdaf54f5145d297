/// RFC 5545 §3.3.6 durations as options take them: `PT12H`, `P1D`, `P2W`, `P1DT6H`.
enum Duration {
  /// Whether a text is one, without sign, in any letter case.
  static func isValid(_ text: String) -> Bool {
    var rest = Array(text.uppercased().utf8)[...]
    guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return false }
    if takeNumber(&rest, unit: "W") { return rest.isEmpty }
    let hasDays = takeNumber(&rest, unit: "D")
    guard rest.first == UInt8(ascii: "T") else { return hasDays && rest.isEmpty }
    rest.removeFirst()
    let hasHours = takeNumber(&rest, unit: "H")
    let hasMinutes = takeNumber(&rest, unit: "M")
    let hasSeconds = takeNumber(&rest, unit: "S")
    return rest.isEmpty && (hasHours || hasMinutes || hasSeconds)
  }

  /// Takes a number of at most six digits and its unit off the front, if they stand there.
  private static func takeNumber(_ rest: inout ArraySlice<UInt8>, unit: Character) -> Bool {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard (1...6).contains(digits.count),
      rest.dropFirst(digits.count).first == unit.asciiValue
    else { return false }
    rest = rest.dropFirst(digits.count + 1)
    return true
  }
}
