/// The days of an event: one day, or all days from a first to a last one.
package struct EventDates: Hashable, Sendable {
  /// The first day.
  package let first: CivilDate
  /// The last day, inclusive; the first day itself for an event of one day.
  package let last: CivilDate

  /// One day.
  package init(_ day: CivilDate) {
    first = day
    last = day
  }

  /// The days from `first` to `last`, or nil if `last` is earlier.
  package init?(first: CivilDate, last: CivilDate) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// Whether it is more than one day.
  package var isRange: Bool { first != last }

  /// Whether a day is in both.
  package func overlaps(_ other: EventDates) -> Bool {
    first <= other.last && other.first <= last
  }
}
