extension Diagnostic.Code {
  /// A list item without a date, or a call for papers without a closing date.
  package static let noDate = Self("no-date")
  /// A date that does not exist, or a range that ends before it begins.
  package static let invalidDate = Self("invalid-date")
  /// A list item of which nothing can be read.
  package static let unreadable = Self("unreadable")
  /// A year that was corrected.
  package static let year = Self("year")
  /// A country code that was corrected.
  package static let country = Self("country")
  /// A subdivision code that is none, read as the only one that can be meant.
  package static let placeCode = Self("place-code")
  /// A continent heading that contradicts the country.
  package static let region = Self("region")
  /// A heading of level 3 that is none of TWIR's regions.
  package static let heading = Self("heading")
  /// A link without target, or brackets that do not close.
  package static let brokenLink = Self("broken-link")
  /// Text that was wrongly decoded and could be mended.
  package static let mojibake = Self("mojibake")
  /// Bytes that are no UTF-8 and became U+FFFD.
  package static let encoding = Self("encoding")
  /// A feed that is no well-formed XML.
  package static let markup = Self("markup")
  /// An indented item that stands under no listing.
  package static let subline = Self("subline")
  /// One occurrence's URL listed on two days.
  package static let urlTwoDates = Self("url-two-dates")
  /// An issue without more than a third of the events that were still ahead.
  package static let massLoss = Self("mass-loss")
  /// A page that has another day or city than the list, or cannot be that of the event.
  package static let pageMismatch = Self("page-mismatch")
}
