extension Event {
  /// Whether an event stands before another: by start, then title, then UID.
  ///
  /// Of the events of one day those whose hour is not known come first.
  package static func precedes(_ left: Event, _ right: Event) -> Bool {
    let (leftDay, rightDay) = (left.details.dates.first, right.details.dates.first)
    if leftDay != rightDay { return leftDay < rightDay }
    let leftStart = left.page?.hours?.start.secondsSinceEpoch ?? .min
    let rightStart = right.page?.hours?.start.secondsSinceEpoch ?? .min
    if leftStart != rightStart { return leftStart < rightStart }
    if left.details.title != right.details.title {
      return left.details.title < right.details.title
    }
    guard let uid = left.uid, let otherUID = right.uid else { return false }
    return uid < otherUID
  }
}
