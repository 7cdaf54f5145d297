import CBuiltInIssue
import EventModel

/// The issue inside the program, for a machine without an archive.
enum BuiltInIssue {
  /// The name that stands in the sources of its listings.
  static let file = "2026-02-11-this-week-in-rust.md"

  /// Its text.
  static var bytes: [UInt8] {
    // The memory is constant and exactly so long; it is copied here.
    unsafe Array(
      UnsafeBufferPointer(
        start: twir_built_in_issue_start(), count: Int(twir_built_in_issue_length())))
  }
}
