/// A number of the newsletter, read.
package struct Issue: Sendable {
  /// Which one it is.
  package var reference: IssueReference
  /// The listings of its events section, in the order of the file.
  package var listings: [Listing]
  /// The days that its events section says to cover (`Rusty Events between A - B`); nil where it does
  /// not say it, or not so that it can be read.
  package var window: EventDates?
  /// Where the line stands that says so; nil without one.
  package var windowLocation: SourceLocation?
  /// Its calls for papers, in the order of the file; empty where only its events were read.
  package var calls: [CallForPapers] = []
  /// What could not be read, or was read otherwise than written, in the order of the file.
  package var diagnostics: [Diagnostic]
  /// How many diagnostics of each code were left out of ``diagnostics``, which is bounded.
  package var omittedDiagnostics: [Diagnostic.Code: Int] = [:]
  /// How many list items the section that was read has.
  package var itemCount = 0
  /// How many of them made no event or call.
  package var unreadItemCount = 0
  /// How many of the items have a diagnostic that is an error.
  package var faultyItemCount = 0
  /// How many of the items made nothing, while no error says why; 0 unless the reader is wrong.
  package var silentItemCount = 0
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

  /// How many diagnostics were left out of ``diagnostics``.
  package var omittedDiagnosticCount: Int { omittedDiagnostics.values.reduce(0, +) }

  /// Whether each item either made something or has an error, and none has both.
  package var isAccountedFor: Bool {
    silentItemCount == 0 && itemCount - unreadItemCount + faultyItemCount == itemCount
  }
}
