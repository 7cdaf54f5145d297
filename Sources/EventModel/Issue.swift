/// A number of the newsletter, read.
package struct Issue: Sendable {
  /// Which one it is.
  package var reference: IssueReference
  /// The listings of its events section, in the order of the file.
  package var listings: [Listing]
  /// What could not be read, or was read otherwise than written, in the order of the file.
  package var diagnostics: [Diagnostic]
  /// How many diagnostics were left out of ``diagnostics``, which is bounded.
  package var omittedDiagnosticCount = 0
  /// How many list items the events section has.
  package var itemCount = 0
  /// How many of them made no event; each has a diagnostic.
  package var unreadItemCount = 0
  /// Whether the file has an events section.
  package var hasEventsSection: Bool

  package init(
    reference: IssueReference, listings: [Listing] = [], diagnostics: [Diagnostic] = [],
    hasEventsSection: Bool = true
  ) {
    self.reference = reference
    self.listings = listings
    self.diagnostics = diagnostics
    self.hasEventsSection = hasEventsSection
  }
}
