import ArgumentParser
import IssueArchive

/// Where issues come from.
struct SiteOptions: ParsableArguments, Sendable {
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
}
