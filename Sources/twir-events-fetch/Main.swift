import Fetching

@main
struct Main {
  static func main() {
    FetchCommand.run(Array(CommandLine.arguments.dropFirst()))
  }
}
