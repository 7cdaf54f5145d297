import FuzzInput

@testable import IssueReading

/// Repairs the input: the result is valid UTF-8, has the same lines, and nil means that none was
/// needed.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe FuzzInput.bytes(start, count)
  guard let repaired = TextRepair.repair(bytes, 0..<bytes.count) else {
    precondition(String(validating: bytes, as: UTF8.self) != nil, "invalid text was left as it is")
    return 0
  }
  precondition(String(validating: repaired.bytes, as: UTF8.self) != nil, "the result is no UTF-8")
  precondition(
    repaired.bytes.filter { $0 < 0x80 } == bytes.filter { $0 < 0x80 }, "ASCII was changed")
  for run in repaired.mended {
    precondition(run.upperBound <= repaired.bytes.count, "a mended run lies outside the result")
  }
  return 0
}
