import ArgumentParser
import IssueArchive

/// What of the network is used.
struct SiteOptions: ParsableArguments {
  @Flag(help: "Use no network at all.")
  var offline = false

  @Option(
    help: ArgumentHelp(
      "Where issues come from: a folder on a web server, or GitHub's list of one. (default: the "
        + "newsletter's own; also $TWIR_EVENTS_BASE_URL)", valueName: "url"))
  var baseURL: String?

  func validate() throws { _ = try site() }

  /// The site that the option or the variable names, else the project's own.
  func site() throws -> IssueSite {
    let variable = Environment.variable("TWIR_EVENTS_BASE_URL")
    if let site = IssueSite(baseURL ?? variable) { return site }
    throw ValidationError(
      "'\(baseURL ?? variable ?? "")' is no URL for "
        + "\(baseURL == nil ? "TWIR_EVENTS_BASE_URL" : "--base-url"): expected https://…")
  }

  /// What a command may use.
  func network() throws -> NetworkUse { offline ? .offline : .online(try site()) }
}
