/// When something is tried again.
package struct RetryRule: Hashable, Sendable {
  /// How often, behind the first try.
  package var count = 2
  /// The wait before the second try; each later one is twice as long.
  package var firstDelay = Duration.seconds(2)
  /// The longest wait: a server that wants a longer one is not asked again.
  package var longestWait = Duration.seconds(60)

  package init() {}

  /// What follows a try that failed.
  package enum Step: Hashable, Sendable {
    case again(after: Duration)
    case enough
    /// The server wants a longer wait than is waited.
    case tooLong(Duration)
  }

  /// What follows the try of a number, from 0, that failed.
  ///
  /// - Parameters:
  ///   - number: How many tries were made before that one.
  ///   - wish: The wait that the server asked for; none where it is zero or less.
  /// - Returns: Whether, and when, it is tried again.
  package func step(behind number: Int, wish: Duration) -> Step {
    if wish > longestWait { return .tooLong(wish) }
    guard number < count else { return .enough }
    let doublings = min(max(number, 0), 30)
    return .again(after: max(wish, min(firstDelay * (1 << doublings), longestWait)))
  }
}
