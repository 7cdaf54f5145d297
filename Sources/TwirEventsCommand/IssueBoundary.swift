import EventModel

/// An issue as the command line names it: by its number or its day.
enum IssueBoundary: Equatable {
  case number(UInt32)
  case day(CivilDate)

  /// The issue of a text; nil where it is neither a number nor a day.
  init?(_ text: String) {
    if let day = CivilDate(text) {
      self = .day(day)
    } else if text.utf8.first.map({ 0x30...0x39 ~= $0 }) == true, let number = UInt32(text) {
      self = .number(number)
    } else {
      return nil
    }
  }
}
