internal import CZlib

/// Undoes gzip piece by piece (RFC 1952): the owner of zlib's stream.
///
/// libcurl could do it, but takes a body that was cut off inside for a whole one. The stream stays at
/// one address, as zlib wants it, from `init` to `deinit`; its pointers into the bytes of others are
/// set before each call and not used after it.
@safe struct GzipDecoder: ~Copyable {
  /// What is wrong with the bytes.
  enum Failure: Error {
    /// They are no gzip, or their checksum is another.
    case broken
    /// The receiver wants no more.
    case stopped
  }

  private let stream: UnsafeMutablePointer<z_stream>
  /// Whether the bytes so far are whole: nothing, or so many files of gzip.
  private(set) var isWhole = true

  /// How many bytes are decoded at a time.
  private static let pieceSize = 32 * 1024

  /// A decoder at the beginning of a body; nil where there is no memory.
  init?() {
    unsafe stream = .allocate(capacity: 1)
    guard unsafe czlib_start(stream) == Z_OK else {
      unsafe stream.deallocate()
      return nil
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Decodes some bytes, and hands what they become to a receiver, which says whether it wants more.
  mutating func decode(
    _ bytes: UnsafeRawBufferPointer, _ receive: (UnsafeRawBufferPointer) -> Bool
  ) throws(Failure) {
    guard let start = unsafe bytes.bindMemory(to: UInt8.self).baseAddress else { return }
    // zlib reads through the pointer only, whatever its type says.
    unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: start)
    unsafe stream.pointee.avail_in = UInt32(clamping: bytes.count)
    var piece = [UInt8](repeating: 0, count: Self.pieceSize)
    while true {
      if isWhole {
        // One file of gzip may stand behind another: RFC 1952 §2.2.
        guard unsafe stream.pointee.avail_in > 0 else { return }
        guard unsafe inflateReset(stream) == Z_OK else { throw .broken }
        isWhole = false
      }
      let (status, count) = inflatePiece(into: &piece)
      guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else { throw .broken }
      let isWanted = unsafe piece.withUnsafeBytes { piece in
        unsafe count == 0 || receive(UnsafeRawBufferPointer(rebasing: piece.prefix(count)))
      }
      guard isWanted else { throw .stopped }
      isWhole = status == Z_STREAM_END
      // All that was there is read, and all that came of it is out.
      if !isWhole, count < Self.pieceSize { return }
    }
  }

  /// Fills the piece as far as the bytes go; says how far.
  private func inflatePiece(into piece: inout [UInt8]) -> (status: Int32, count: Int) {
    unsafe piece.withUnsafeMutableBufferPointer { buffer in
      unsafe stream.pointee.next_out = buffer.baseAddress
      unsafe stream.pointee.avail_out = UInt32(clamping: buffer.count)
      let status = unsafe inflate(stream, Z_NO_FLUSH)
      return unsafe (status, buffer.count - Int(stream.pointee.avail_out))
    }
  }
}
