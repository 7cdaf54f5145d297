/// What is known of the robots.txt of each origin, in one run.
package struct RobotsRegistry: Sendable {
  /// What the robots.txt of an origin says.
  package enum Policy: Hashable, Sendable {
    case rules(RobotsRules)
    /// It could not be asked, so nothing is fetched: RFC 9309 §2.3.1.4.
    case unknown(FetchOutcome, status: Int, message: String)
  }

  /// What a request does.
  package enum Answer: Hashable, Sendable {
    case go
    case refused(FetchOutcome, message: String)
    /// It waits until `settle` gives it back.
    case wait
    /// It waits, and the robots.txt must be fetched for it.
    case ask
  }

  private var policies: [String: Policy] = [:]
  private var waiting: [String: [Int]] = [:]

  package init() {}

  /// Says whether an item may fetch a path of an origin, or must wait for the robots.txt.
  package mutating func answer(for item: Int, origin: String, path: String) -> Answer {
    if let policy = policies[origin] { return Self.answer(policy, path) }
    let isFirst = waiting[origin] == nil
    waiting[origin, default: []].append(item)
    return isFirst ? .ask : .wait
  }

  /// Writes down what the robots.txt of an origin says, and gives back the items that waited.
  package mutating func settle(_ origin: String, _ policy: Policy) -> [Int] {
    policies[origin] = policy
    return waiting.removeValue(forKey: origin) ?? []
  }

  /// What follows from how the fetching of a robots.txt ended: RFC 9309 §2.3.1.
  package static func policy(
    _ outcome: FetchOutcome, status: Int, body: [UInt8], message: String, robot: String
  ) -> Policy {
    switch outcome {
    case .ok: .rules(RobotsRules(parsing: body, for: robot))
    // Where it is not available all is allowed: §2.3.1.3; also behind too many redirects: §2.3.1.2.
    case .tooManyRedirects: .rules(RobotsRules())
    case _ where 400...499 ~= status: .rules(RobotsRules())
    default: .unknown(outcome, status: status, message: message)
    }
  }

  private static func answer(_ policy: Policy, _ path: String) -> Answer {
    switch policy {
    case .rules(let rules):
      return rules.allows(path) ? .go : .refused(.robots, message: "robots.txt forbids it")
    case .unknown(let outcome, _, let message):
      // A host that cannot be reached is reported as such: its robots.txt is not the matter.
      let isOfHost = [.unreachable, .timedOut, .tls, .refusedAddress].contains(outcome)
      return .refused(
        isOfHost ? outcome : .robots, message: isOfHost ? message : "no robots.txt: \(message)")
    }
  }
}
