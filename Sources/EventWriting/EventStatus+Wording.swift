import EventModel

extension EventStatus {
  /// Whether a title says the status by itself, as a word of its own in any letter case.
  ///
  /// Editors often write it there: what says `CANCELLED: Talk` needs no further mark.
  func isSaid(in title: Text) -> Bool {
    if self == .scheduled { return false }
    let title = FoldedText(title)
    return words.contains(where: title.contains)
  }

  /// The words that say it.
  private var words: [FoldedText] {
    switch self {
    case .scheduled: []
    case .cancelled: Self.cancelledWords
    case .postponed: Self.postponedWords
    }
  }

  private static let cancelledWords = [FoldedText("cancelled"), FoldedText("canceled")]
  private static let postponedWords = [FoldedText("postponed")]
}
