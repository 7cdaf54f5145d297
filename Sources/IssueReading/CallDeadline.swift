import EventModel

/// Deadlines of calls for papers, which stand among the events now and then and are none.
enum CallDeadline {
  /// Whether a title is one: `Rust Belt Rust 2017 CFP deadline`.
  static func isNamed(_ title: Text) -> Bool {
    calls.contains { title.buffer.containsWord($0, in: title.range) }
      && ends.contains { title.buffer.containsWord($0, in: title.range) }
  }

  private static let calls = [
    "cfp", "call for papers", "call for proposals", "call for speakers", "call for talks",
  ].map(word)
  private static let ends = ["deadline", "closes", "closing", "ends", "open until"].map(word)
}
