package import EventModel

extension ICalendar {
  /// What a user may choose of a calendar.
  package struct Options: Sendable {
    /// How SUMMARY is made.
    package enum SummaryStyle: Sendable {
      /// The group goes first where the title names neither Rust nor the group.
      case groupFirst
      /// The title alone.
      case title
    }

    /// How a cancelled event is shown.
    package enum CancelledStyle: Sendable {
      /// `STATUS:CANCELLED`: Google hides such an event, others strike it through.
      case mark
      /// `Cancelled: ` before the title, and `STATUS:CONFIRMED`.
      case title
      /// Not at all.
      case drop
    }

    /// How an event is shown that an issue no longer lists while it is still ahead.
    package enum WithdrawnStyle: Sendable {
      /// As any other.
      case keep
      /// `STATUS:TENTATIVE`.
      case tentative
      /// As a cancelled one.
      case cancel
      /// Not at all.
      case drop
    }

    /// The calendar's name.
    package var name: Text = "Rust events"
    /// What the calendar holds, in one sentence.
    package var description: Text = "Upcoming Rust events, as listed in This Week in Rust"
    /// How often a client should look for changes: a text that
    /// ``ICalendar/isPositiveDuration(_:)`` holds.
    package var timeToLive: Text = "PT12H"
    /// Where the calendar is published; nil leaves SOURCE and URL out, and so does what
    /// ``ICalendar/isWebAddress(_:)`` does not hold.
    package var feedURL: Text?
    /// Whether to write `METHOD:PUBLISH`.
    package var methodPublish = false
    /// A colour name of CSS3 in lower case: see ``ICalendar/isColorName(_:)``.
    package var color: Text = "sienna"
    /// How SUMMARY is made.
    package var summary = SummaryStyle.groupFirst
    /// How cancelled events are shown.
    package var cancelled = CancelledStyle.mark
    /// How withdrawn events are shown.
    package var withdrawn = WithdrawnStyle.tentative
    /// How long before the event an alarm goes off, a text that ``ICalendar/isDuration(_:)`` holds;
    /// nil for none.
    package var reminder: Text?

    /// The defaults.
    package init() {}
  }
}
