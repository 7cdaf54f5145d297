/// What the ledger knows of web addresses, as data.
enum AddressTables {
  /// How the addresses of a site name one occurrence of an event.
  enum OccurrenceShape: Sendable {
    /// `HOST/GROUP/events/ID`: the first segment names the group.
    case groupEvents
    /// `HOST/SLUG`, unless it is a group's own link.
    case slug
  }

  /// A site with addresses of its own kind.
  struct Site: Sendable {
    /// The host, also the one that stands for its other names.
    let host: [UInt8]
    /// Other hosts of the same site.
    let otherHosts: [[UInt8]]
    /// How its addresses name an occurrence.
    let shape: OccurrenceShape
    /// Whether letter case is ignored in the path.
    let ignoresCase: Bool
    /// First segments that name neither a group nor an occurrence.
    let reserved: [[UInt8]]
    /// Parameters that say nothing on this site alone.
    let tracking: [[UInt8]]
  }

  /// The sites whose addresses name occurrences.
  static let sites = [
    Site(
      host: bytes("meetup.com"), otherHosts: [], shape: .groupEvents, ignoresCase: true,
      reserved: ["find", "cities", "topics", "register", "pro", "members", "apps"].map(bytes),
      tracking: [
        "a", "rv", "_af", "_af_eid", "https", "from", "slug", "eventId", "chapterContext",
        "regToRsvp", "isFromReg", "chapter_analytics_code", "action", "response", "isFirstPublish",
        "recId", "recSource", "searchId", "member_id", "notificationId", "sort",
      ].map(bytes)),
    Site(
      host: bytes("luma.com"), otherHosts: [bytes("lu.ma")], shape: .slug, ignoresCase: false,
      reserved: ["calendar", "user", "event", "discover", "home", "create", "join"].map(bytes),
      tracking: ["tk", "pk", "coupon", "g"].map(bytes)),
  ]

  /// Parameters that say nothing of the page that is meant; `*` ends a prefix.
  static let tracking = [
    "utm_*", "aff", "affiliate", "eventOrigin", "_xtd", "keep_tld", "fbclid", "gclid", "dclid",
    "msclkid", "yclid", "twclid", "igshid", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "mkt_tok",
    "ref", "ref_src", "ref_url", "referrer", "referral", "usp", "si", "feature", "share",
    "trk", "trackingId", "lipi", "s_cid", "spm", "vero_id", "oly_enc_id", "_eboga", "usg", "ust",
  ].map(bytes)

  /// Languages that stand before a country in a locale (`/de-DE/`).
  static let languages = [
    "cs", "da", "de", "el", "en", "es", "fi", "fr", "hu", "id", "it", "ja", "ko", "nl", "no", "pl",
    "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh",
  ].map(bytes)

  /// Hosts whose address `/url` leads to the one in a parameter.
  static let redirects = [
    (host: bytes("google.com"), path: bytes("url"), parameters: ["q", "url"].map(bytes))
  ]

  private static func bytes(_ string: String) -> [UInt8] { Array(string.utf8) }
}
