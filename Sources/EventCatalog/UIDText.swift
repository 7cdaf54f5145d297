internal import EventModel

/// How a UID is written.
///
/// `meetup.com-rust-berlin-events-308455922@twir-events` for an occurrence URL, else with the day:
/// `2026-02-12-berline.rs@twir-events`. The part before the `@` holds `[a-z0-9.-]` alone and at
/// most 100 octets; a longer one is cut to 91, followed by `-` and the eight hexadecimal digits of
/// the 32-bit FNV-1a hash of the whole.
enum UIDText {
  /// The longest part before the `@`, in octets.
  static let limit = 100
  private static let hashLength = 9
  private static let domain = Array("@twir-events".utf8)

  /// Appends the part before the `@` of the UID of an event that is first listed so.
  static func appendLocalPart(
    of details: EventDetails, isOccurrence: Bool, to output: inout [UInt8]
  ) {
    let start = output.count
    if !isOccurrence { output.append(contentsOf: details.dates.first.description.utf8) }
    let address = details.url ?? details.organizers.lazy.compactMap(\.url).first
    if !isOccurrence { output.append(UInt8(ascii: "-")) }
    let before = output.count
    if let address { WebAddress.appendHostAndPath(of: address, to: &output) }
    if output.count == before {
      details.title.withSpan { bytes in
        for index in bytes.indices { output.append(bytes[index]) }
      }
    }
    reduce(&output, from: start)
    shorten(&output, from: start)
  }

  /// Appends the number that sets a UID apart from an equal one, if any, and what stands from the
  /// `@` on.
  static func appendEnd(clash: UInt32?, to output: inout [UInt8]) {
    if let clash {
      output.append(UInt8(ascii: "-"))
      output.append(contentsOf: String(clash).utf8)
    }
    output.append(contentsOf: domain)
  }

  /// Makes letters small and each run of other characters than `[a-z0-9.]` one `-`, none at the
  /// ends.
  private static func reduce(_ output: inout [UInt8], from start: Int) {
    var end = start
    var isInRun = false
    for index in start..<output.count {
      let byte = output[index].lowercased
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "."):
        // A run takes at least one byte, so writing never overtakes reading.
        if isInRun, end > start {
          output[end] = UInt8(ascii: "-")
          end += 1
        }
        isInRun = false
        output[end] = byte
        end += 1
      default: isInRun = true
      }
    }
    output.removeLast(output.count - end)
  }

  private static func shorten(_ output: inout [UInt8], from start: Int) {
    guard output.count - start > limit else { return }
    // FNV-1a, 32 bits: offset basis 2166136261, prime 16777619.
    var hash: UInt32 = 2_166_136_261
    for index in start..<output.count {
      hash ^= UInt32(output[index])
      // The product modulo 2^32 is what FNV-1a asks for.
      hash = hash.multipliedReportingOverflow(by: 16_777_619).partialValue
    }
    output.removeLast(output.count - start - limit + hashLength)
    output.append(UInt8(ascii: "-"))
    for shift in stride(from: UInt32(28), through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: hash >> shift & 15)
      output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
