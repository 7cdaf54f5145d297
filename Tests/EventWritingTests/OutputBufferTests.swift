import EventModel
import Testing

@testable import EventWriting

struct OutputBufferTests {
  @Test func growsAndKeepsWhatItHolds() {
    var buffer = OutputBuffer(capacity: 1)
    for number in 0..<10_000 { buffer.append(UInt8(truncatingIfNeeded: number)) }
    #expect(buffer.bytes == (0..<10_000).map { UInt8(truncatingIfNeeded: $0) })
  }

  @Test func beginsAnewWhenEmptied() {
    var buffer = OutputBuffer(capacity: 64)
    buffer.append("first")
    buffer.removeAll()
    let isEmpty = buffer.isEmpty
    #expect(isEmpty)
    buffer.append("second")
    #expect(buffer.bytes == Array("second".utf8))
  }

  @Test func movesRangesThatOverlap() {
    var buffer = OutputBuffer(capacity: 64)
    buffer.append("abcdef..")
    buffer.move(0..<6, to: 2)
    #expect(buffer.bytes == Array("ababcdef".utf8))
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (10, "10"), (638, "638"), (-1, "-1"), (-1200, "-1200"),
    (Int.max, "9223372036854775807"), (Int.min, "-9223372036854775808"),
  ])
  func writesNumbersInDecimal(number: Int, expected: String) {
    #expect(appended { $0.append(decimal: number) } == expected)
  }

  @Test(arguments: ["0001-01-01", "1970-01-01", "2024-02-29", "2026-02-11", "9999-12-31"])
  func writesDaysInBothForms(day: String) throws {
    let date = try Samples.day(day)
    #expect(appended { $0.append(date) } == day)
    #expect(appended { $0.append(basic: date) } == day.filter { $0 != "-" })
  }

  @Test(arguments: [
    (49_450_000, "49.45"), (11_080_000, "11.08"), (-33_865_143, "-33.865143"), (0, "0"),
    (5, "0.000005"), (-5, "-0.000005"), (52_000_000, "52"), (180_000_000, "180"),
    (100_100, "0.1001"),
  ])
  func writesMillionthsWithoutNoise(number: Int32, expected: String) {
    #expect(appended { $0.append(millionths: number) } == expected)
  }
}
