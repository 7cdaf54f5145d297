import ArgumentParser
import EventCatalog
import EventModel
import IssueChecking

/// Which rules `check` goes by.
struct RuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only these rules; repeat it, or part codes by commas.", valueName: "code"))
  var select: [String] = []

  @Option(
    help: ArgumentHelp(
      "All rules but these; repeat it, or part codes by commas.", valueName: "code"))
  var ignore: [String] = []

  @Flag(
    help: "Also hold each listing against its event's page, as 'refresh --pages' has read it.")
  var pages = false

  @Option(
    help: ArgumentHelp(
      "Also hold each listing against its event's page, saved in this folder.",
      valueName: "folder"),
    completion: .directory)
  var pagesFrom: String?

  func validate() throws {
    _ = try Self.codes(select, of: "--select")
    _ = try Self.codes(ignore, of: "--ignore")
  }

  /// The rules that are wanted.
  func selected() throws -> [CheckRule] {
    let wanted = try Self.codes(select, of: "--select")
    let unwanted = try Self.codes(ignore, of: "--ignore")
    return CheckRule.all.filter {
      (wanted.isEmpty || wanted.contains($0.code)) && !unwanted.contains($0.code)
    }
  }

  private static func codes(
    _ values: [String], of option: String
  ) throws -> Set<Diagnostic.Code> {
    var codes: Set<Diagnostic.Code> = []
    for name in values.flatMap({ $0.split(separator: ",") }) {
      guard let rule = CheckRule.rule(named: String(name)) else {
        throw ValidationError(unknown(String(name), in: option))
      }
      codes.insert(rule.code)
    }
    return codes
  }

  /// What is said of a code that no rule has.
  static func unknown(_ name: String, in option: String) -> String {
    let nearest = NearestNames.find(name, among: CheckRule.all.map(\.code.name))
    let names = nearest.map { "'\($0)'" }.joined(separator: " or ")
    return "no rule has the code '\(name)' that \(option) names; "
      + (nearest.isEmpty ? "'check --rules' lists them" : "did you mean \(names)?")
  }
}
