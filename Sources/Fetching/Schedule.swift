/// Whose turn it is: hosts run beside each other, the requests to one host politely.
///
/// A value without a clock: times are what has passed since any fixed moment.
package struct Schedule: Sendable {
  /// What waits for its turn.
  private struct Entry: Sendable {
    var item: Int
    var earliest: Duration
  }

  /// The requests to one host.
  private struct Host: Sendable {
    var waiting: [Entry] = []
    var running = 0
    /// When the next may start.
    var earliest = Duration.zero
    var delay: Duration
  }

  private let perHost: Int
  private let delay: Duration
  private let greatestRunning: Int
  private var hosts: [String: Host] = [:]
  /// The names of hosts that have entries waiting, in the order of their coming.
  private var order: [String] = []
  private var running = 0

  /// An empty schedule.
  ///
  /// - Parameters:
  ///   - perHost: How many requests one host gets at a time.
  ///   - delay: What passes between the starts of two of them.
  ///   - total: How many run at a time, to all hosts together.
  package init(perHost: Int, delay: Duration, total: Int) {
    self.perHost = max(1, perHost)
    self.delay = delay
    greatestRunning = max(1, total)
  }

  /// Whether nothing waits and nothing runs.
  package var isIdle: Bool { running == 0 && order.isEmpty }

  /// Lets an item wait for its turn, behind those that wait already; before them where it goes on
  /// with something that was begun.
  package mutating func add(
    _ item: Int, to host: String, notBefore earliest: Duration = .zero, first: Bool = false
  ) {
    let entry = Entry(item: item, earliest: earliest)
    var state = hosts[host] ?? Host(delay: delay)
    if state.waiting.isEmpty { order.append(host) }
    if first { state.waiting.insert(entry, at: 0) } else { state.waiting.append(entry) }
    hosts[host] = state
  }

  /// Takes an item whose turn it is now, which runs until `finish(_:)`; nil where there is none.
  package mutating func next(at now: Duration) -> Int? {
    guard running < greatestRunning else { return nil }
    for (place, name) in order.enumerated() {
      guard var host = hosts[name], host.running < perHost, host.earliest <= now,
        let index = host.waiting.firstIndex(where: { $0.earliest <= now })
      else { continue }
      let entry = host.waiting.remove(at: index)
      host.running += 1
      host.earliest = now + host.delay
      running += 1
      hosts[name] = host
      order.remove(at: place)
      // Behind the others, so that one host with many requests does not hold the total.
      if !host.waiting.isEmpty { order.append(name) }
      return entry.item
    }
    return nil
  }

  /// When something may start next, if nothing that runs ends before; nil where only that helps.
  package var nextStart: Duration? {
    guard running < greatestRunning else { return nil }
    return order.compactMap { name -> Duration? in
      guard let host = hosts[name], host.running < perHost,
        let first = host.waiting.map(\.earliest).min()
      else { return nil }
      return max(first, host.earliest)
    }.min()
  }

  /// Says that one request to a host has ended.
  package mutating func finish(_ host: String) {
    guard let count = hosts[host]?.running, count > 0 else { return }
    hosts[host]?.running -= 1
    running -= 1
  }

  /// Starts nothing more to a host before a time: its server asked for that.
  package mutating func postpone(_ host: String, until earliest: Duration) {
    guard let current = hosts[host]?.earliest else { return }
    hosts[host]?.earliest = max(current, earliest)
  }

  /// Puts at least a delay between the starts of two requests to a host.
  package mutating func slowDown(_ host: String, to delay: Duration) {
    guard let current = hosts[host] else { return }
    let slower = max(current.delay, delay)
    hosts[host]?.delay = slower
    // The last start counted with the old delay.
    hosts[host]?.earliest += slower - current.delay
  }
}
