/// Where exactly an event takes place, as its page says it: schema.org's Place.
package struct Venue: Hashable, Sendable {
  /// The venue's name (`CCC Erlangen`).
  package var name: Text?
  /// Its postal address on one line, without the name.
  package var address: Text?
  /// The point itself: a place to walk to.
  package var coordinates: Coordinates?

  /// The venue, or nil if nothing is said of it.
  package init?(name: Text?, address: Text? = nil, coordinates: Coordinates? = nil) {
    guard name != nil || address != nil || coordinates != nil else { return nil }
    self.name = name
    self.address = address
    self.coordinates = coordinates
  }
}
