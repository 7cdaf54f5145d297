/// How an event is attended, after schema.org's `eventAttendanceMode`.
package enum AttendanceMode: UInt8, CaseIterable, Sendable {
  case virtual, hybrid, inPerson

  /// The name in JSON, CSV and options.
  package var name: StaticString {
    switch self {
    case .virtual: "virtual"
    case .hybrid: "hybrid"
    case .inPerson: "in-person"
    }
  }
}
