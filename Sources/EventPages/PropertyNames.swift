/// The properties of schema.org that are read.
enum PropertyNames {
  /// Properties that are links, and texts only where no element makes them one.
  static let links: Set<String> = [
    "url", "image", "photo", "additionalType", "eventStatus", "eventAttendanceMode",
    "isAccessibleForFree", "contentUrl",
  ]

  /// Properties whose text is wanted, also where their element is a link.
  static let texts: Set<String> = [
    "name", "legalName", "summary", "description", "startDate", "endDate", "previousStartDate",
    "location", "address", "streetAddress", "extendedAddress", "postOfficeBoxNumber",
    "addressLocality", "addressRegion", "postalCode", "addressCountry", "geo", "latitude",
    "longitude", "organizer", "inLanguage", "price", "lowPrice", "highPrice", "scheduleTimezone",
  ]
}
