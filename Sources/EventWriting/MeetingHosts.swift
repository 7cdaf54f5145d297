/// The hosts whose links lead into a meeting, with their domains.
///
/// A listing often links the call itself; calendars then offer to join it (RFC 7986 §5.11).
enum MeetingHosts {
  static let domains: [StaticString] = [
    "zoom.us", "zoom.com", "meet.google.com", "teams.microsoft.com", "teams.live.com",
    "meet.jit.si", "jitsi.org", "8x8.vc", "discord.gg", "discord.com", "whereby.com", "webex.com",
    "bigbluebutton.org", "meet.ffmuc.net", "gather.town", "streamyard.com", "gotomeeting.com",
    "goto.com", "bluejeans.com", "skype.com", "chime.aws", "riverside.fm", "livestorm.co",
    "fairmeeting.net", "facetime.apple.com", "meet.element.io", "talky.io",
  ]

  /// The end of a domain, to tell most hosts apart from it by one comparison.
  private struct Ending {
    let domain: StaticString
    /// The last bytes of the domain, at most eight, the last one lowest.
    let word: UInt64
    /// Ones where `word` has a byte.
    let mask: UInt64

    init(_ domain: StaticString) {
      self.domain = domain
      let bytes = "\(domain)".utf8.suffix(8)
      word = bytes.reduce(0) { $0 << 8 | UInt64($1) }
      mask = UInt64.max >> UInt64(64 - 8 * bytes.count)
    }
  }

  private static let endings = domains.map(Ending.init)

  /// Whether a link leads into a meeting.
  static func holds(_ address: WebAddress) -> Bool {
    guard address.isWeb else { return false }
    let hostEnd = address.hostEnd
    for ending in endings
    where hostEnd & ending.mask == ending.word && address.isHost(in: ending.domain) {
      return true
    }
    return false
  }
}
