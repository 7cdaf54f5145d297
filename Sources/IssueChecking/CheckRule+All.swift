import EventModel

extension CheckRule {
  /// All rules, in the order in which they are listed: what cannot be read, dates, order, doubles,
  /// links, form, places, titles, text.
  package static let all: [CheckRule] = [
    noSection, emptySection, unreadable, noDate, invalidDate, brokenLink,
    year, past, window, windowLine, dateForm, dateOrder, cityOrder,
    duplicate, nearDuplicate, hybridMismatch, urlTwoDates,
    urlTracking, urlRedirect, urlLocale, groupMismatch,
    fields, subline, modeForm, modeRegion, region, country, placeCode,
    heading, placeVariant, titleDate, titlePlaceholder, mojibake, whiteSpace, pageMismatch,
  ]
}
