/// What a robots.txt says to one robot: RFC 9309.
package struct RobotsRules: Hashable, Sendable {
  /// A path, or a form of paths, and whether it may be fetched.
  struct Rule: Hashable, Sendable {
    var pattern: RobotsPattern
    var isAllowed: Bool
  }

  private(set) var rules: [Rule] = []
  /// What should pass between two requests, which is no part of the standard; nil where nothing is
  /// said.
  package private(set) var crawlDelay: Duration?

  /// How much of a robots.txt is read: 500 KiB, RFC 9309 §2.5.
  package static let greatestSize = 500 * 1024

  /// No rules: all is allowed.
  package init() {}

  /// Reads the groups for a robot, or those for all robots where none names it.
  ///
  /// - Parameters:
  ///   - bytes: The robots.txt, of which the first 500 KiB count.
  ///   - robot: The product token of the robot, such as `twir-events`.
  package init(parsing bytes: [UInt8], for robot: String) {
    var own = RobotsRules()
    var others = RobotsRules()
    var reader = RobotsGroupReader(robot: robot)
    for line in RobotsLine.lines(of: bytes.prefix(Self.greatestSize)) {
      guard let audience = reader.read(line) else { continue }
      if audience.isNamed { own.add(line) }
      if audience.isEverybody { others.add(line) }
    }
    self = reader.isNamedSomewhere ? own : others
  }

  private mutating func add(_ line: RobotsLine) {
    switch line.key {
    case .allow, .disallow:
      // An empty path is no rule, nor is one that cannot begin a path: RFC 9309 §2.2.
      guard let pattern = RobotsPattern(line.value) else { return }
      rules.append(Rule(pattern: pattern, isAllowed: line.key == .allow))
    case .crawlDelay:
      guard let seconds = Double(String(decoding: line.value, as: UTF8.self)),
        seconds.isFinite, 0...86_400 ~= seconds
      else { return }
      crawlDelay = max(crawlDelay ?? .zero, .seconds(seconds))
    case .userAgent, .other: break
    }
  }

  /// Whether a path, with its query, may be fetched.
  ///
  /// The rule with the longest path counts, one that allows before one that forbids: RFC 9309 §2.2.2.
  package func allows(_ path: String) -> Bool {
    let path = RobotsPattern.normalized(Array(path.utf8), isPattern: false)
    // RFC 9309 §2.2.2: robots.txt itself is always allowed.
    if path == Array("/robots.txt".utf8) { return true }
    var best: Rule?
    for rule in rules where rule.pattern.matches(path) {
      guard let current = best else {
        best = rule
        continue
      }
      let difference = rule.pattern.length - current.pattern.length
      if difference > 0 || difference == 0 && rule.isAllowed { best = rule }
    }
    return best?.isAllowed ?? true
  }
}

/// Keeps to which robots the lines of a robots.txt speak.
private struct RobotsGroupReader {
  let robot: [UInt8]
  private(set) var isNamedSomewhere = false
  private var audience = (isNamed: false, isEverybody: false)
  private var isAfterRule = true

  init(robot: String) { self.robot = Array(robot.lowercased().utf8) }

  /// Whom a rule speaks to; nil for a line that is none.
  mutating func read(_ line: RobotsLine) -> (isNamed: Bool, isEverybody: Bool)? {
    switch line.key {
    case .userAgent:
      // One behind another names one more robot of the same group: RFC 9309 §2.2.1.
      if isAfterRule { audience = (false, false) }
      isAfterRule = false
      if line.value.first == UInt8(ascii: "*") {
        audience.isEverybody = true
      } else if line.productToken == robot {
        audience.isNamed = true
        isNamedSomewhere = true
      }
      return nil
    case .allow, .disallow, .crawlDelay:
      isAfterRule = true
      return audience
    case .other: return nil
    }
  }
}
