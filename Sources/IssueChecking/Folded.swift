import EventModel
import Gazetteer

/// A word without letter case and diacritics.
func foldedWord(_ text: [UInt8], _ range: Range<Int>) -> [UInt8] {
  Gazetteer.fold(text.span.extracting(range))
}

extension Text {
  /// The text without letter case, diacritics, white space and punctuation.
  var folded: [UInt8] { withSpan { Gazetteer.fold($0) } }
}
