/// A property of a calendar, by the way each of the two formats begins it.
///
/// The formats hold the same properties in the same order; the tests hold the two ways of each to
/// one another.
struct CalendarProperty {
  /// The name, the parameters and the colon of a content line: RFC 5545 §3.1.
  let line: StaticString
  /// The name, the parameters and the type of an array: RFC 7265 §3.4.
  let array: StaticString

  private init(_ line: StaticString, _ array: StaticString) {
    self.line = line
    self.array = array
  }
}

extension CalendarProperty {
  static let version = Self("VERSION:", #"["version",{},"text","#)
  static let productID = Self("PRODID:", #"["prodid",{},"text","#)
  static let scale = Self("CALSCALE:", #"["calscale",{},"text","#)
  static let method = Self("METHOD:", #"["method",{},"text","#)
  static let name = Self("NAME:", #"["name",{},"text","#)
  static let shownName = Self("X-WR-CALNAME:", #"["x-wr-calname",{},"unknown","#)
  static let description = Self("DESCRIPTION:", #"["description",{},"text","#)
  static let shownDescription = Self("X-WR-CALDESC:", #"["x-wr-caldesc",{},"unknown","#)
  static let refreshInterval = Self(
    "REFRESH-INTERVAL;VALUE=DURATION:", #"["refresh-interval",{},"duration","#)
  static let timeToLive = Self("X-PUBLISHED-TTL:", #"["x-published-ttl",{},"unknown","#)
  static let color = Self("COLOR:", #"["color",{},"text","#)
  static let source = Self("SOURCE;VALUE=URI:", #"["source",{},"uri","#)
  static let url = Self("URL:", #"["url",{},"uri","#)

  static let uid = Self("UID:", #"["uid",{},"text","#)
  static let stamp = Self("DTSTAMP:", #"["dtstamp",{},"date-time","#)
  static let lastModified = Self("LAST-MODIFIED:", #"["last-modified",{},"date-time","#)
  static let created = Self("CREATED:", #"["created",{},"date-time","#)
  static let sequence = Self("SEQUENCE:", #"["sequence",{},"integer","#)
  static let startDay = Self("DTSTART;VALUE=DATE:", #"["dtstart",{},"date","#)
  static let endDay = Self("DTEND;VALUE=DATE:", #"["dtend",{},"date","#)
  static let startTime = Self("DTSTART:", #"["dtstart",{},"date-time","#)
  static let endTime = Self("DTEND:", #"["dtend",{},"date-time","#)
  static let transparency = Self("TRANSP:", #"["transp",{},"text","#)
  static let busyStatus = Self(
    "X-MICROSOFT-CDO-BUSYSTATUS:", #"["x-microsoft-cdo-busystatus",{},"unknown","#)
  static let summary = Self("SUMMARY:", #"["summary",{},"text","#)
  static let location = Self("LOCATION:", #"["location",{},"text","#)
  static let position = Self("GEO:", #"["geo",{},"float","#)
  static let conference = Self(
    "CONFERENCE;VALUE=URI;FEATURE=VIDEO:", #"["conference",{"feature":"VIDEO"},"uri","#)
  static let image = Self("IMAGE;VALUE=URI:", #"["image",{},"uri","#)
  static let contact = Self("CONTACT:", #"["contact",{},"text","#)
  static let categories = Self("CATEGORIES:", #"["categories",{},"text","#)
  static let status = Self("STATUS:", #"["status",{},"text","#)
  static let action = Self("ACTION:", #"["action",{},"text","#)
  static let trigger = Self("TRIGGER:", #"["trigger",{},"duration","#)

  /// All of them, for the tests.
  static let all = [
    version, productID, scale, method, name, shownName, description, shownDescription,
    refreshInterval, timeToLive, color, source, url, uid, stamp, lastModified, created, sequence,
    startDay, endDay, startTime, endTime, transparency, busyStatus, summary, location, position,
    conference, image, contact, categories, status, action, trigger,
  ]
}
