/// What an event's own page adds to what the issues list of it.
///
/// Days, places and status that the page corrects stand in the event's details already; what the
/// list said instead is kept here.
package struct PageFacts: Hashable, Sendable {
  /// The page.
  package var url: Text
  /// When it begins and ends.
  package var hours: EventHours?
  /// Where exactly it takes place.
  package var venue: Venue?
  /// What the page says of it, plain text.
  package var description: Text?
  /// The URL of its picture.
  package var image: Text?
  /// Whether it costs nothing; nil where nothing says.
  package var isFree: Bool?
  /// The days that the list has, where the page has others.
  package var listedDates: EventDates?
  /// The places that the list has, where the page has another city.
  package var listedPlaces: [Place]

  package init(
    url: Text, hours: EventHours? = nil, venue: Venue? = nil, description: Text? = nil,
    image: Text? = nil, isFree: Bool? = nil, listedDates: EventDates? = nil,
    listedPlaces: [Place] = []
  ) {
    self.url = url
    self.hours = hours
    self.venue = venue
    self.description = description
    self.image = image
    self.isFree = isFree
    self.listedDates = listedDates
    self.listedPlaces = listedPlaces
  }
}
