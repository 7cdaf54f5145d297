@main
struct TwirEvents {
  static func main() {}
}
