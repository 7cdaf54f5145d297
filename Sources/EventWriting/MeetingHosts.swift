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

  /// Whether a link leads into a meeting.
  static func holds(_ address: WebAddress) -> Bool {
    guard address.isWeb else { return false }
    for domain in domains where address.isHost(in: domain) { return true }
    return false
  }
}
