// How it works: RFC 8536 §3. A file has a header with the counts of what follows, and the data; from
// version 2 on the same once more with times of 64 bits, and a footer with the rule for the time
// after the last transition. Every count is checked against the bytes that are there before anything
// is read, so that a damaged file is refused and never reaches outside of itself.

extension TimeZoneRules {
  /// The largest file that is read: those of the system have a few thousand bytes.
  static let largestFile = 1 << 20

  /// The rules in the bytes of a zone file (TZif), or nil if they are none: RFC 8536.
  package init?(file bytes: [UInt8]) {
    guard bytes.count <= Self.largestFile else { return nil }
    let file = BigEndianBytes(bytes: bytes)
    guard let old = TimeZoneBlock(in: file, at: 0, timeSize: 4) else { return nil }
    if old.version == 0 {
      self.init(old, in: file, rule: nil)
      return
    }
    guard let block = TimeZoneBlock(in: file, at: old.end, timeSize: 8) else { return nil }
    // RFC 8536 §3.3: the rule stands between two line feeds, and may be empty.
    let footer = bytes[block.end...]
    guard footer.first == 0x0A, let end = footer.dropFirst().firstIndex(of: 0x0A) else {
      return nil
    }
    let text = footer[(block.end + 1)..<end]
    let rule = RecurringRule(text)
    if !text.isEmpty, rule == nil { return nil }
    self.init(block, in: file, rule: rule)
  }

  private init?(_ block: TimeZoneBlock, in file: BigEndianBytes, rule: RecurringRule?) {
    var transitions: [Int64] = []
    var offsets: [Int32] = []
    for index in 0..<block.transitionCount {
      guard let time = block.transition(index, in: file),
        let offset = block.offset(afterTransition: index, in: file)
      else { return nil }
      if let last = transitions.last, time <= last { return nil }
      transitions.append(time)
      offsets.append(offset)
    }
    guard let first = block.offset(ofType: 0, in: file) else { return nil }
    self.init(transitions: transitions, offsets: offsets, first: first, rule: rule)
  }
}

/// Where the parts of one half of a zone file lie.
private struct TimeZoneBlock {
  /// The version of the file; 0 for the first one, whose times have 32 bits only.
  let version: UInt8
  let transitionCount: Int
  /// The offset behind the block.
  let end: Int
  private let start: Int
  private let timeSize: Int
  private let typeCount: Int

  private static let headerSize = 44
  /// `TZif`.
  private static let magic: UInt32 = 0x545A_6966
  private static let typeSize = 6

  /// The block whose header begins at an offset; nil if it is none, or if bytes are missing.
  init?(in file: BigEndianBytes, at offset: Int, timeSize: Int) {
    guard file.has(Self.headerSize, at: offset), file.word(at: offset) == Self.magic else {
      return nil
    }
    version = file.bytes[offset + 4]
    let counts = (0..<6).map { Int(file.word(at: offset + 20 + $0 * 4)) }
    // Six counts of 32 bits, each times 12 at most, do not overflow 64 bits.
    let (utc, standard, leaps, times, types, characters) =
      (counts[0], counts[1], counts[2], counts[3], counts[4], counts[5])
    let size =
      times * (timeSize + 1) + types * Self.typeSize + characters + leaps * (timeSize + 4)
      + standard + utc
    start = offset + Self.headerSize
    guard types > 0, file.has(size, at: start) else { return nil }
    end = start + size
    transitionCount = times
    typeCount = types
    self.timeSize = timeSize
  }

  /// The moment of a transition.
  func transition(_ index: Int, in file: BigEndianBytes) -> Int64? {
    let position = start + index * timeSize
    if timeSize == 4 { return Int64(Int32(bitPattern: file.word(at: position))) }
    let bits = UInt64(file.word(at: position)) << 32 | UInt64(file.word(at: position + 4))
    return Int64(bitPattern: bits)
  }

  /// The offset from a transition on.
  func offset(afterTransition index: Int, in file: BigEndianBytes) -> Int32? {
    offset(ofType: Int(file.bytes[start + transitionCount * timeSize + index]), in: file)
  }

  /// The offset of a local time type; nil if there is none, or if it is more than a day.
  func offset(ofType type: Int, in file: BigEndianBytes) -> Int32? {
    guard type < typeCount else { return nil }
    let position = start + transitionCount * (timeSize + 1) + type * Self.typeSize
    let offset = Int32(bitPattern: file.word(at: position))
    // RFC 8536 §3.2: from -24:59:59 to 25:59:59; no clock has ever been a day off.
    return (-86_399...86_399).contains(offset) ? offset : nil
  }
}

/// Numbers with their highest byte first.
private struct BigEndianBytes {
  let bytes: [UInt8]

  /// Whether so many bytes stand at an offset.
  func has(_ count: Int, at offset: Int) -> Bool {
    offset >= 0 && count >= 0 && offset <= bytes.count && count <= bytes.count - offset
  }

  /// The four bytes at an offset, which has them.
  func word(at offset: Int) -> UInt32 {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
