import EventModel

/// What stands in a calendar, whatever form it is written in: its own properties, then its events.
///
/// The one description of both iCalendar and jCal.
struct CalendarBody<Form: CalendarForm> {
  /// What the user chose.
  let options: ICalendar.Options
  /// The digits of the days that were written last.
  var recentDates = RecentDates()
  private var isEmpty = true

  init(options: ICalendar.Options) { self.options = options }

  /// Begins the calendar: all of its own properties, before any component (clients ignore them later).
  func begin(into buffer: inout OutputBuffer) {
    Form.begin(.calendar, into: &buffer)
    Form.property(.version, "2.0", to: &buffer)
    // No version in PRODID: an upgrade of the program must not change every file.
    Form.property(.productID, "-//twir-events//twir-events//EN", to: &buffer)
    Form.property(.scale, "GREGORIAN", to: &buffer)
    // RFC 5546 §3.2.1 asks for an ORGANIZER with METHOD, which nobody has: only on demand.
    if options.methodPublish { Form.property(.method, "PUBLISH", to: &buffer) }
    Form.property(.name, text: options.name, to: &buffer)
    Form.property(.shownName, untyped: options.name, to: &buffer)
    Form.property(.description, text: options.description, to: &buffer)
    Form.property(.shownDescription, untyped: options.description, to: &buffer)
    Form.property(.refreshInterval, text: options.timeToLive, to: &buffer)
    Form.property(.timeToLive, untyped: options.timeToLive, to: &buffer)
    Form.property(.color, text: options.color, to: &buffer)
    if let address = options.feedURL.map(WebAddress.init), address.isWeb {
      Form.property(.source, to: &buffer) { address.append(to: &$0) }
      Form.property(.url, to: &buffer) { address.append(to: &$0) }
    }
    Form.endProperties(into: &buffer)
  }

  /// Appends an event, unless the options leave it out; returns whether it did.
  @discardableResult
  mutating func write(_ event: Event, into buffer: inout OutputBuffer) -> Bool {
    guard let state = options.state(of: event) else { return false }
    if !isEmpty { buffer.append(Form.componentSeparator) }
    isEmpty = false
    appendEvent(event, state, to: &buffer)
    return true
  }

  /// Ends the calendar; one without events has a time zone, since RFC 5545 §3.6 asks for one component
  /// at least.
  func end(into buffer: inout OutputBuffer) {
    if isEmpty { buffer.append(Form.universalTime) }
    Form.end(.calendar, into: &buffer)
  }
}
