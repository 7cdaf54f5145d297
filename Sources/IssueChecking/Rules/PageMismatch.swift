import EventModel

extension CheckRule {
  static let pageMismatch = CheckRule(
    code: .pageMismatch, severity: .warning,
    summary: "an event whose own page says another day, city, title or status",
    explanation: """
      With --pages the listing is compared with the metadata of the event's page. Groups change \
      day, city and title after the listing was written, or cancel the event.
      """,
    example: "", mend: "", scope: .pages,
    // The pages are not part of an issue: who has read them looks.
    look: { _, _ in })
}
