internal import EventModel

/// A UID being written.
///
/// `meetup.com-rust-berlin-events-308455922@twir-events` for an occurrence URL, else with the day:
/// `2026-02-12-berline.rs@twir-events`. The part before the `@` holds `[a-z0-9.-]` alone and at
/// most 100 octets; a longer one is cut to 91, followed by `-` and the eight hexadecimal digits of
/// the 32-bit FNV-1a hash of the whole.
struct UIDText {
  /// The longest part before the `@`, in octets.
  static let limit = 100
  private static let hashLength = 9
  private static let domain = Array("@twir-events".utf8)

  /// The bytes: those up to ``limit``, while the hash takes in those beyond; then at most 11 of a
  /// number and 12 of the domain.
  private(set) var bytes = InlineArray<128, UInt8>(repeating: 0)
  /// How many bytes there are.
  private(set) var count = 0
  /// How long the part before the `@` is, were it not cut.
  private var length = 0
  /// FNV-1a, 32 bits: offset basis 2166136261, prime 16777619.
  private var hash: UInt32 = 2_166_136_261
  private var isInRun = false

  /// The bytes before the `@`.
  private var localCount = 0

  init() {}

  /// Writes the part before the `@` of the UID of an event that is first listed so.
  mutating func write(_ details: EventDetails, isOccurrence: Bool) {
    (count, length, hash, isInRun) = (0, 0, 2_166_136_261, false)
    if !isOccurrence { append(details.dates.first) }
    let before = length
    append(UInt8(ascii: "-"))
    if let address = details.url ?? details.organizers.lazy.compactMap(\.url).first {
      AddressKey.appendHostAndPath(of: address, to: &self)
    }
    if length == before { details.title.withSpan { append($0, $0.indices) } }
    if length > Self.limit { shorten() }
    localCount = count
  }

  /// Writes the part before the `@` of the UID of a call for papers: `cfp-` and the year of its event
  /// set it apart from those of events, which begin with a day or a host.
  mutating func write(_ call: CallDetails, year: Int) {
    (count, length, hash, isInRun) = (0, 0, 2_166_136_261, false)
    for byte in "cfp-\(year)-".utf8 { append(byte) }
    let before = length
    if let url = call.url { AddressKey.appendHostAndPath(of: url, to: &self) }
    if length == before { call.title.withSpan { append($0, $0.indices) } }
    if length > Self.limit { shorten() }
    localCount = count
  }

  /// Writes the number that sets the UID apart from an equal one, if any, and what stands from the
  /// `@` on.
  mutating func writeEnd(clash: UInt32?) {
    count = localCount
    if let clash {
      put(UInt8(ascii: "-"))
      for digit in String(clash).utf8 { put(digit) }
    }
    for byte in Self.domain { put(byte) }
  }

  /// Appends a range of bytes.
  @inline(__always)
  mutating func append(_ other: Span<UInt8>, _ range: Range<Int>) {
    for offset in range { append(other[offset]) }
  }

  /// Appends a byte: a letter as a small one, each run of others than `[a-z0-9.]` as one `-`
  /// between two parts.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    let byte = byte.lowercased
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."):
      if isInRun, length > 0 { take(UInt8(ascii: "-")) }
      isInRun = false
      take(byte)
    default: isInRun = true
    }
  }

  @inline(__always)
  private mutating func take(_ byte: UInt8) {
    // The product modulo 2^32 is what FNV-1a asks for.
    hash = (hash ^ UInt32(byte)).multipliedReportingOverflow(by: 16_777_619).partialValue
    length += 1
    if count < Self.limit { put(byte) }
  }

  /// Puts a byte; the array has room for the part before the `@`, a number and the domain.
  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    bytes[count] = byte
    count += 1
  }

  private mutating func append(_ day: CivilDate) {
    let (year, month, day) = day.components
    for (number, width) in [(year, 4), (month, 2), (day, 2)] {
      var divisor = width == 4 ? 1_000 : 10
      while divisor > 0 {
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
        divisor /= 10
      }
      append(UInt8(ascii: "-"))
    }
  }

  private mutating func shorten() {
    count = Self.limit - Self.hashLength
    put(UInt8(ascii: "-"))
    for shift in stride(from: UInt32(28), through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: hash >> shift & 15)
      put(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
