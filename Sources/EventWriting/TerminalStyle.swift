/// How a piece of text looks on a terminal that shows colours: ECMA-48 §8.3.117.
enum TerminalStyle {
  case plain, heading, faint, warning, error

  /// The string with the sequences that turn the style on and off, or as it is without colours.
  func applied(to string: String, inColor: Bool) -> String {
    guard inColor, !string.isEmpty, self != .plain else { return string }
    return "\u{1B}[\(parameter)m\(string)\u{1B}[0m"
  }

  private var parameter: String {
    switch self {
    case .plain: "0"
    case .heading: "1"
    case .faint: "2"
    case .warning: "33"
    case .error: "31"
    }
  }
}
