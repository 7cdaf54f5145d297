internal import EventModel

extension EventDetails {
  /// What a mended listing says of its event: its own in the fields that the mend changed, and in
  /// the others what is known.
  ///
  /// - Parameters:
  ///   - former: what the listing said before it was mended.
  ///   - known: what is known of the event.
  ///   - isNewest: whether no later issue lists the event; else a field is changed only where the
  ///     event still has what the listing said before.
  /// - Returns: a value for every field, for ``renew(with:)``.
  func mending(_ former: EventDetails, of known: EventDetails, isNewest: Bool) -> EventDetails {
    func merged<Value: Equatable>(_ field: KeyPath<EventDetails, Value>) -> Value {
      let isNews =
        self[keyPath: field] != former[keyPath: field]
        && (isNewest || known[keyPath: field] == former[keyPath: field])
      return isNews ? self[keyPath: field] : known[keyPath: field]
    }
    return EventDetails(
      title: merged(\.title), dates: merged(\.dates), mode: merged(\.mode),
      regions: merged(\.regions), status: merged(\.status), places: merged(\.places),
      organizers: merged(\.organizers), url: merged(\.url), links: merged(\.links),
      description: merged(\.description))
  }
}
