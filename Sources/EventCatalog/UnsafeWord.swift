/// The eight bytes from an offset on, in the machine's byte order.
///
/// The span checks that all eight lie within it, and every pattern of bits is a `UInt64`: that is
/// all that makes the load unsafe for other types.
@inline(__always)
func word(of bytes: Span<UInt8>, at offset: Int) -> UInt64 {
  unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
}
