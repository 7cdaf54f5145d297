import EventModel
import FuzzInput

@testable import IssueReading

/// Reads the input as a place field under a heading that its first byte chooses.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = unsafe FuzzInput.text(start, count)
  let heading = text.first.flatMap { Region(rawValue: $0 & 7) }
  let field = PlaceField(text, 0..<text.count, heading: heading)
  for place in field.places {
    FuzzInput.check(place)
    precondition(place.coordinates == nil || place.country != nil, "a city without its country")
  }
  let spelling = PlaceSpelling(buffer: text, heading: heading)
  if case .range(let range) = spelling.place(0..<text.count, allowsBareNames: true) {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
  }
  let isVirtual = field.regions.contains(RegionSet(.virtual))
  if field.mode == .virtual || field.mode == .hybrid { precondition(isVirtual) }
  if field.mode == .inPerson { precondition(!isVirtual) }
  return 0
}
