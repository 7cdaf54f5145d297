import TwirEventsCommand

@main
struct Main {
  static func main() {
    TwirEvents.run(Array(CommandLine.arguments.dropFirst()))
  }
}
