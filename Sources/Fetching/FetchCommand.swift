package import ArgumentParser
import ProgramVersion

/// The command line of `twir-events-fetch`.
package struct FetchCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "twir-events-fetch",
    abstract: "Fetch pages of the web, politely and safely; twir-events runs it.",
    discussion: """
      Standard input has one request a line, its fields parted by tabs: URL, file for the body, ETag \
      and Last-Modified of the copy at hand (both may be empty). Standard output gets one line for \
      each when it has ended: number of the line from 0, outcome, status of HTTP (0 without one), \
      URL behind redirects, ETag, Last-Modified, Content-Type, length, message. In fields \\t, \\n, \
      \\r and \\\\ stand for tab, line feed, carriage return and backslash.

      The file holds the whole body where the outcome is 'ok', and is removed otherwise.

      OUTCOMES
        \(FetchOutcome.listing)

      Only http and https are fetched, at most 5 redirects are followed, none from https to http, \
      and hosts of private networks are refused, by name, by number and by the address that is \
      connected to. \
      The proxies of HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY are used, and the certificates \
      of SSL_CERT_FILE instead of the system's. Exit codes: 0 all \
      requests were reported, 64 usage, 70 the network library failed, 74 input/output error.
      """,
    version: ProgramVersion.current)

  @Flag(help: "Fetch from private networks and this machine too.")
  var allowPrivate = false

  @Flag(help: "Honour robots.txt: RFC 9309, and its Crawl-delay up to 10 seconds.")
  var robots = false

  @Option(help: ArgumentHelp("The longest body, decoded.", valueName: "bytes"))
  var maxSize = 5_242_880

  @Option(
    help: ArgumentHelp("The longest time of a request, redirects included.", valueName: "seconds"))
  var timeout = Seconds(30)

  @Option(help: ArgumentHelp("The longest time to connect.", valueName: "seconds"))
  var connectTimeout = Seconds(10)

  @Option(help: ArgumentHelp("Requests to one host at a time.", valueName: "number"))
  var perHost = 2

  @Option(
    help: ArgumentHelp("Time between the starts of two requests to a host.", valueName: "seconds"))
  var delay = Seconds(1)

  @Option(
    help: ArgumentHelp(
      "How often to try again: after 429, 5xx and errors of the network.", valueName: "number"))
  var retries = 2

  @Option(
    help: ArgumentHelp(
      "The wait before the first such try; it doubles each time.", valueName: "seconds"))
  var retryDelay = Seconds(2)

  @Option(
    help: ArgumentHelp(
      "The longest Retry-After to obey; a longer one is 'rate-limited'.", valueName: "seconds"))
  var longestWait = Seconds(60)

  @Option(help: ArgumentHelp("What to be called.", valueName: "text"))
  var userAgent = "twir-events/\(ProgramVersion.current)"

  @Option(
    name: .customLong("header"),
    help: ArgumentHelp(
      """
      A header to send, such as 'Accept: text/html'; may repeat. Where a redirect leads to another \
      origin, only Accept, Accept-Language and X-GitHub-Api-Version go there.
      """,
      valueName: "name: value"))
  var headers: [String] = []

  package init() {}

  package func validate() throws {
    for (name, value, least) in [
      ("--max-size", maxSize, 1), ("--per-host", perHost, 1), ("--retries", retries, 0),
    ] where value < least || value > 1 << 40 {
      throw ValidationError("'\(value)' is out of range for \(name): expected \(least) or more")
    }
    for (name, value) in [("--timeout", timeout), ("--connect-timeout", connectTimeout)]
    where value.duration <= .zero {
      throw ValidationError("0 is out of range for \(name): expected more than 0 seconds")
    }
    for text in headers where HeaderField(text) == nil {
      throw ValidationError("'\(text)' is no header: expected 'NAME: VALUE'")
    }
    guard HeaderField("User-Agent: " + userAgent) != nil else {
      throw ValidationError("'\(userAgent)' is no value for --user-agent")
    }
  }

  var options: FetchOptions {
    var options = FetchOptions()
    options.allowsPrivate = allowPrivate
    options.honoursRobots = robots
    options.greatestSize = maxSize
    options.timeout = timeout.duration
    options.connectTimeout = connectTimeout.duration
    options.perHost = perHost
    options.delay = delay.duration
    options.retry.count = retries
    options.retry.firstDelay = retryDelay.duration
    options.retry.longestWait = longestWait.duration
    options.userAgent = userAgent
    options.headers = headers.compactMap { HeaderField($0) }
    options.certificates = Environment.value("SSL_CERT_FILE")
    options.proxies = ProxySettings(Environment.value)
    return options
  }
}
