/// How one exchange with a server ended.
package struct TransferResult: Hashable, Sendable {
  /// Why the program itself ended it.
  package enum Stop: Hashable, Sendable {
    case tooLarge
    case headTooLarge
    case writeFailed(code: Int32)
    /// The body is in another encoding than was asked for.
    case unknownEncoding
    /// The body is not in the encoding that it says.
    case brokenEncoding
    /// The body has come as announced, but what was encoded is not whole.
    case cutOff
    /// The body of an answer that is not wanted was longer than is worth reading.
    case unwanted
  }

  /// What the library says: the number of a `CURLcode`.
  package var code: Int32
  /// 0 where no status came.
  package var status = 0
  /// The headers of the last answer.
  package var head = ResponseHead()
  /// Where a redirect leads, as an absolute URL.
  package var location: String?
  /// What `Retry-After` says, in whole seconds.
  package var retryAfter = 0
  /// The address that was not connected to.
  package var refused: IPAddress?
  /// Why the program ended it; nil where it did not.
  package var stop: Stop?
  /// How many bytes of the body came, decoded.
  package var length = 0
  /// The library's words for what went wrong.
  package var details = ""

  package init(code: Int32) { self.code = code }
}
