/// What is wrong with a piece of an issue: a value, collected while reading goes on.
package struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  package enum Severity: UInt8, Sendable {
    /// Something was read otherwise than written, or looks wrong.
    case warning
    /// Something could not be read and makes no event.
    case error
  }

  /// The problem's identifier: stable, kebab-case, documented.
  package struct Code: Hashable, Sendable {
    /// The identifier as it is printed.
    package let name: String

    /// A code; all are declared in one table, `Diagnostic+Codes.swift`.
    init(_ name: String) { self.name = name }
  }

  /// Error or warning.
  package var severity: Severity
  /// The problem's identifier.
  package var code: Code
  /// Where it stands in the file.
  package var location: SourceLocation
  /// How many bytes are meant from there on; 0 where that is not said.
  package var length = 0
  /// What was found and what was expected: lower case, no full stop.
  package var message: String

  package init(
    _ severity: Severity, _ code: Code, at location: SourceLocation,
    length: Int = 0, _ message: String
  ) {
    self.severity = severity
    self.code = code
    self.location = location
    self.length = length
    self.message = message
  }
}
