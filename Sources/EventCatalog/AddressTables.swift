/// What the ledger knows of web addresses, as data.
enum AddressTables {
  /// How the addresses of a site name one occurrence of an event.
  enum OccurrenceShape: UInt8, Sendable {
    /// `HOST/GROUP/events/ID`: the first segment names the group.
    case groupEvents
    /// `HOST/SLUG`, unless it is a group's own link.
    case slug
  }

  /// A site whose addresses name occurrences.
  struct Site: Sendable {
    /// The host, also the one that stands for the site's other hosts.
    var host: StaticString
    /// How its addresses name an occurrence.
    var shape: OccurrenceShape
    /// Whether letter case is ignored in the path.
    var ignoresCase: Bool
  }

  /// The sites, by their numbers in the tables below.
  static let sites = [
    Site(host: "meetup.com", shape: .groupEvents, ignoresCase: true),
    Site(host: "luma.com", shape: .slug, ignoresCase: false),
  ]

  /// The hosts of the sites.
  static let hosts: [(name: PackedName, site: Int)] = [
    (PackedName("meetup.com"), 0), (PackedName("luma.com"), 1), (PackedName("lu.ma"), 1),
  ]

  /// First segments of a site's addresses that name neither a group nor an occurrence.
  static let reserved: [(name: PackedName, site: Int)] =
    pairs(
      ["find", "cities", "topics", "register", "pro", "members", "apps"], of: 0)
    + pairs(["calendar", "user", "event", "discover", "home", "create", "join"], of: 1)

  /// The segment behind a group's address that adds nothing to it.
  static let events = PackedName("events")

  /// Parameters that say nothing of the page that is meant, on any site.
  static let tracking: [PackedName] =
    ([
      "aff", "affiliate", "eventOrigin", "_xtd", "keep_tld", "fbclid", "gclid", "dclid", "msclkid",
      "yclid", "twclid", "igshid", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "mkt_tok", "ref",
      "ref_src",
      "ref_url", "referrer", "referral", "usp", "si", "feature", "share", "trk", "trackingId",
      "lipi",
      "s_cid", "spm", "vero_id", "oly_enc_id", "_eboga", "usg", "ust",
    ] as [StaticString]).map(PackedName.init)

  /// The beginnings of such parameters.
  static let trackingPrefixes: [PackedName] = (["utm_"] as [StaticString]).map(PackedName.init)

  /// Parameters that say nothing on one site.
  static let siteTracking: [(name: PackedName, site: Int)] =
    pairs(
      [
        "a", "rv", "_af", "_af_eid", "https", "from", "slug", "eventId", "chapterContext",
        "regToRsvp", "isFromReg", "chapter_analytics_code", "action", "response", "isFirstPublish",
        "recId", "recSource", "searchId", "member_id", "notificationId", "sort",
      ], of: 0)
    + pairs(["tk", "pk", "coupon", "g"], of: 1)

  /// Parameters that are no part of a page's identity, but give the reader something there.
  static let useful: [PackedName] = (["coupon", "sort"] as [StaticString]).map(PackedName.init)

  /// Languages that stand before a country in a locale (`/de-DE/`).
  static let languages: [PackedName] =
    ([
      "cs", "da", "de", "el", "en", "es", "fi", "fr", "hu", "id", "it", "ja", "ko", "nl", "no",
      "pl",
      "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh",
    ] as [StaticString]).map(PackedName.init)

  /// The hosts that have addresses which only lead to another one.
  static let redirectHosts = [PackedName("google.com")]
  /// The path of such an address.
  static let redirectPath = PackedName("url")
  /// The parameters that may hold the other address.
  static let redirectParameters = [PackedName("q"), PackedName("url")]

  /// The host that stands for a site.
  static func hostBytes(of site: Int) -> String.UTF8View { "\(sites[site].host)".utf8 }

  private static func pairs(
    _ names: [StaticString], of site: Int
  ) -> [(name: PackedName, site: Int)] {
    names.map { (PackedName($0), site) }
  }
}
