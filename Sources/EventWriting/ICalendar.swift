package import EventModel

/// A calendar file: RFC 5545, with the properties of RFC 7986 and those that clients ask for.
///
/// The same events and options give the same bytes: time stamps are those of the issues.
package struct ICalendar: EventWriter {
  /// What the user chose.
  let options: Options
  /// The digits of the days that were written last.
  var recentDates = RecentDates()
  private var isEmpty = true

  /// A writer of one calendar.
  package init(options: Options = Options()) { self.options = options }

  package mutating func begin(into buffer: inout OutputBuffer) {
    // No version in PRODID: an upgrade of the program must not change every file.
    buffer.append(
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//twir-events//twir-events//EN\r\n"
        as StaticString)
    buffer.append("CALSCALE:GREGORIAN\r\n")
    // RFC 5546 §3.2.1 asks for an ORGANIZER with METHOD, which nobody has: only on demand.
    if options.methodPublish { buffer.append("METHOD:PUBLISH\r\n") }
    buffer.property("NAME:", text: options.name)
    buffer.property("X-WR-CALNAME:", text: options.name)
    buffer.property("DESCRIPTION:", text: options.description)
    buffer.property("X-WR-CALDESC:", text: options.description)
    buffer.property("REFRESH-INTERVAL;VALUE=DURATION:", text: options.timeToLive)
    buffer.property("X-PUBLISHED-TTL:", text: options.timeToLive)
    buffer.property("COLOR:", text: options.color)
    if let address = options.feedURL.map(WebAddress.init), address.isWeb {
      buffer.property("SOURCE;VALUE=URI:") { address.append(to: &$0) }
      buffer.property("URL:") { address.append(to: &$0) }
    }
  }

  package mutating func write(_ event: Event, into buffer: inout OutputBuffer) {
    guard let state = state(of: event) else { return }
    isEmpty = false
    appendEvent(event, state, to: &buffer)
  }

  package mutating func end(into buffer: inout OutputBuffer) {
    if isEmpty { appendUniversalTime(to: &buffer) }
    buffer.append("END:VCALENDAR\r\n")
  }

  /// Appends a time zone, since RFC 5545 §3.6 asks for one component at least.
  private func appendUniversalTime(to buffer: inout OutputBuffer) {
    buffer.append(
      """
      BEGIN:VTIMEZONE\r\nTZID:Etc/UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n\
      TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\nTZNAME:UTC\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n
      """ as StaticString)
  }
}

extension ICalendar {
  /// How an event is shown, once status, withdrawal and options are weighed.
  enum State {
    case confirmed
    case tentative
    case cancelled
    case cancelledInTitle
  }

  /// How an event is shown; nil if it is not.
  private func state(of event: Event) -> State? {
    var status = event.details.status
    var isTentative = status == .postponed
    if event.withdrawnSince != nil {
      switch options.withdrawn {
      case .keep: break
      case .tentative: isTentative = true
      case .cancel: status = .cancelled
      case .drop: return nil
      }
    }
    guard status == .cancelled else { return isTentative ? .tentative : .confirmed }
    switch options.cancelled {
    case .mark: return .cancelled
    case .title: return .cancelledInTitle
    case .drop: return nil
    }
  }
}
