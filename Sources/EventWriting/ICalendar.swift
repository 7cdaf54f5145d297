package import EventModel

/// A calendar file: RFC 5545, with the properties of RFC 7986 and those that clients ask for.
///
/// The same events and options give the same bytes: time stamps are those of the issues.
package struct ICalendar: EventWriter {
  private var body: CalendarBody<ContentLines>

  /// A writer of one calendar.
  package init(options: Options = Options()) { body = CalendarBody(options: options) }

  package mutating func begin(into buffer: inout OutputBuffer) { body.begin(into: &buffer) }

  package mutating func write(_ event: Event, into buffer: inout OutputBuffer) {
    body.write(event, into: &buffer)
  }

  package mutating func end(into buffer: inout OutputBuffer) { body.end(into: &buffer) }
}

extension ICalendar {
  /// How an event is shown, once status, withdrawal and options are weighed.
  enum State {
    case confirmed
    case tentative
    case cancelled
    case cancelledInTitle
  }
}

extension ICalendar.Options {
  /// How an event is shown; nil if it is not.
  func state(of event: Event) -> ICalendar.State? {
    var status = event.details.status
    var isTentative = status == .postponed
    if event.withdrawnSince != nil {
      switch withdrawn {
      case .keep: break
      case .tentative: isTentative = true
      case .cancel: status = .cancelled
      case .drop: return nil
      }
    }
    guard status == .cancelled else { return isTentative ? .tentative : .confirmed }
    switch cancelled {
    case .mark: return .cancelled
    case .title: return .cancelledInTitle
    case .drop: return nil
    }
  }
}
