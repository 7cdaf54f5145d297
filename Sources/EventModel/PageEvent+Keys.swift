extension PageEvent.Field {
  /// The keys that the field has in JSON, which are the columns of the table too.
  package var keys: [StaticString] {
    switch self {
    case .name: ["name"]
    case .start: ["start"]
    case .end: ["end"]
    case .timeZone: ["timezone"]
    case .mode: ["mode"]
    case .status: ["status"]
    case .previousStart: ["previous_start"]
    case .venue: ["venue"]
    case .address: ["address"]
    case .city: ["city"]
    case .country: ["country"]
    case .coordinates: ["latitude", "longitude"]
    case .organizer: ["organizer"]
    case .url: ["url"]
    case .description: ["description"]
    case .image: ["image"]
    case .isFree: ["free"]
    case .language: ["language"]
    }
  }
}
