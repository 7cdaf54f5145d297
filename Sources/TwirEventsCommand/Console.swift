#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import EventModel
import EventWriting

/// What the program says on standard error.
struct Console: Sendable {
  /// How much it says.
  enum Verbosity: Sendable { case quiet, normal, verbose }

  let verbosity: Verbosity

  /// What went wrong; never silenced.
  static func error(_ message: String) { line("twir-events: error: \(message)") }

  /// What the user should know; silenced by `--quiet`.
  func warning(_ message: String) {
    if verbosity != .quiet { Self.line("twir-events: warning: \(message)") }
  }

  /// What was done; silenced by `--quiet`.
  func note(_ message: String) {
    if verbosity != .quiet { Self.line("twir-events: \(message)") }
  }

  /// A finding in a file, as compilers print it; with `--verbose` only.
  func diagnostic(_ diagnostic: Diagnostic, in path: String) {
    guard verbosity == .verbose else { return }
    let severity = diagnostic.severity == .error ? "error" : "warning"
    let place = diagnostic.location.line.map { "\($0):\(diagnostic.location.column): " } ?? " "
    Self.line(
      "\(path):\(place)\(severity): \(diagnostic.message) [\(diagnostic.code.name)]")
  }

  /// Text that is safe for a terminal already, as it is.
  static func text(_ text: borrowing OutputBuffer) {
    // Where standard error cannot be written there is nobody to tell.
    text.withSpan { span in
      _ = unsafe span.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
    }
  }

  /// Writes one line, without characters that would act on a terminal.
  static func line(_ text: String) {
    let scalars = text.unicodeScalars.map { acts($0) ? " " : $0 }
    var bytes = Array(String(String.UnicodeScalarView(scalars)).utf8)
    bytes.append(UInt8(ascii: "\n"))
    // Where standard error cannot be written there is nobody to tell.
    _ = unsafe bytes.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
  }

  /// Whether a character acts on the terminal instead of being shown: a control, a break between
  /// lines, or one that sets the direction of the text that follows.
  private static func acts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The width of the terminal that standard output is; nil where it is none.
  static var terminalWidth: Int? {
    guard isatty(1) == 1 else { return nil }
    var size = winsize()
    guard unsafe ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
