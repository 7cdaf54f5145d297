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
  /// An indented line that is missing or is not written `    * [**TITLE**](url)`.
  package static let subline = Self("subline")
  /// One occurrence's URL listed on two days.
  package static let urlTwoDates = Self("url-two-dates")
  /// An issue without more than a third of the events that were still ahead.
  package static let massLoss = Self("mass-loss")

  // What only `check` looks for.

  /// A Markdown issue without an events section.
  package static let noSection = Self("no-section")
  /// An events section without listings.
  package static let emptySection = Self("empty-section")
  /// An event that is over before the issue appears.
  package static let past = Self("past")
  /// An event behind the days that the section says it is for.
  package static let window = Self("window")
  /// The line `Rusty Events between A - B` is missing or wrong.
  package static let windowLine = Self("window-line")
  /// A date that is not written `YYYY-MM-DD` or `YYYY-MM-DD - YYYY-MM-DD`.
  package static let dateForm = Self("date-form")
  /// A listing behind one with a later first day.
  package static let dateOrder = Self("date-order")
  /// A listing behind one of the same day whose place comes later in the alphabet.
  package static let cityOrder = Self("city-order")
  /// The same listing twice under one heading.
  package static let duplicate = Self("duplicate")
  /// Two listings under one heading that seem to be one event.
  package static let nearDuplicate = Self("near-duplicate")
  /// An event under two headings that say different things of it.
  package static let hybridMismatch = Self("hybrid-mismatch")
  /// A link with parameters that say who sent the reader.
  package static let urlTracking = Self("url-tracking")
  /// A link that only leads to another one.
  package static let urlRedirect = Self("url-redirect")
  /// A link to the page in one language.
  package static let urlLocale = Self("url-locale")
  /// An event's link that names another group than the group's link.
  package static let groupMismatch = Self("group-mismatch")
  /// A main line that is not `* DATE | PLACE | [GROUP](url)`.
  package static let fields = Self("fields")
  /// A mode that is not `Virtual`, `Virtual (X)`, `Hybrid (X)` or a plain place.
  package static let modeForm = Self("mode-form")
  /// An event whose mode contradicts its heading.
  package static let modeRegion = Self("mode-region")
  /// A place that the same group writes otherwise elsewhere.
  package static let placeVariant = Self("place-variant")
  /// A title that names another day than the date field.
  package static let titleDate = Self("title-date")
  /// A title that is none yet.
  package static let titlePlaceholder = Self("title-placeholder")
  /// Tabs, no-break, trailing or doubled spaces, CRLF, a byte order mark.
  package static let whiteSpace = Self("white-space")
  /// An event whose own page says something else.
  package static let pageMismatch = Self("page-mismatch")
}
