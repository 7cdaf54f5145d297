/// Whether an event takes place as listed, after schema.org's `eventStatus`.
package enum EventStatus: UInt8, CaseIterable, Sendable {
  case scheduled, cancelled, postponed

  /// The name in JSON, CSV and options.
  package var name: StaticString {
    switch self {
    case .scheduled: "scheduled"
    case .cancelled: "cancelled"
    case .postponed: "postponed"
    }
  }
}
