import CGazetteer

/// How names are folded, so that `Zürich`, `ZURICH` and `zurich` are one key.
///
/// A key is lower case, has base letters in the place of Latin letters with diacritics (`ł` is
/// `l`, `ß` is `ss`, `æ` is `ae`), and letters and digits only. Letters of other scripts stay as
/// they are. The table of letters is data of the gazetteer, and the same that its keys were made
/// with: `scripts/gazetteer/folding.py` has both the table and the ranges below.
enum Folding {
  /// Gives the bytes of a name's key to `body` one after another, until it returns false.
  ///
  /// The name is read through `byte`, for it is a span of the caller or lies in a table. No byte
  /// of a key is 0. Bytes that are not valid UTF-8 stand for themselves.
  @inline(__always)
  static func forEachByte(
    count: Int, of byte: (Int) -> UInt8, _ body: (UInt8) -> Bool
  ) {
    var offset = 0
    while offset < count {
      let first = byte(offset)
      if first < 0x80 {
        let folded = table(UInt32(first))
        if folded != 0 && !body(folded) { return }
        offset += 1
      } else {
        let (scalar, length) = scalar(at: offset, count: count, of: byte)
        switch outcome(of: scalar) {
        case .nothing: break
        case .letters(let first, let second):
          if first != 0 && !body(first) { return }
          if second != 0 && !body(second) { return }
        case .same:
          for index in offset..<offset + length where !body(byte(index)) { return }
        }
        offset += length
      }
    }
  }

  /// What a scalar becomes.
  private enum Outcome {
    case nothing
    /// One or two letters; 0 stands for none.
    case letters(UInt8, UInt8)
    case same
  }

  /// What a scalar beyond ASCII becomes; `invalid` stays.
  private static func outcome(of scalar: UInt32) -> Outcome {
    switch scalar {
    case 0x00C0...0x02AF: letters(128 + (scalar - 0x00C0) * 2)
    case 0x1E00...0x1EFF: letters(128 + (0x01F0 + scalar - 0x1E00) * 2)
    case 0x2C60...0x2C7F: letters(128 + (0x02F0 + scalar - 0x2C60) * 2)
    case 0x0080...0x00BF, 0x02B0...0x036F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x2000...0x2BFF,
      0x2E00...0x2E7F, 0x3000...0x3004, 0x3008...0x3020, 0x30FB, 0xE000...0xF8FF,
      0xFE00...0xFE0F, 0xFE20...0xFE2F, 0x1F000...0x1FFFF:
      .nothing
    default: .same
    }
  }

  private static func letters(_ offset: UInt32) -> Outcome {
    .letters(table(offset), table(offset + 1))
  }

  @inline(__always)
  private static func table(_ offset: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: twir_gazetteer_folding_byte(offset))
  }

  /// Stands for a byte that begins no complete scalar.
  private static let invalid: UInt32 = .max

  /// The scalar of more than one byte that begins at an offset, and its length in bytes.
  @inline(__always)
  private static func scalar(
    at offset: Int, count: Int, of byte: (Int) -> UInt8
  ) -> (scalar: UInt32, length: Int) {
    let first = UInt32(byte(offset))
    let length: Int
    var scalar: UInt32
    switch first {
    case 0xC2...0xDF: (length, scalar) = (2, first & 0x1F)
    case 0xE0...0xEF: (length, scalar) = (3, first & 0x0F)
    case 0xF0...0xF4: (length, scalar) = (4, first & 0x07)
    default: return (invalid, 1)
    }
    guard count - offset >= length else { return (invalid, 1) }
    for index in offset + 1..<offset + length {
      let next = UInt32(byte(index))
      guard next & 0xC0 == 0x80 else { return (invalid, 1) }
      scalar = scalar << 6 | next & 0x3F
    }
    return (scalar, length)
  }
}

extension Gazetteer {
  /// The folded key of a name: lower case, without diacritics, letters and digits only.
  ///
  /// `Tel Aviv-Yafo` is `telavivyafo`, `Łódź` is `lodz`. Letters of other scripts are kept; bytes
  /// that are not valid UTF-8 stand for themselves.
  package static func fold(_ name: Span<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(name.count)
    Folding.forEachByte(count: name.count, of: { name[$0] }) { byte in
      key.append(byte)
      return true
    }
    return key
  }
}
