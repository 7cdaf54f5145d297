#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A socket of the system that does not block, closed at the end of its life.
///
/// It is shared by the thread that uses it and the closure that started the thread; the number is
/// written once, so all may read it.
final class Socket: Sendable {
  /// The system's number for it.
  let number: Int32

  private init(owning number: Int32) {
    self.number = number
    let flags = fcntl(number, F_GETFL)
    _ = fcntl(number, F_SETFL, flags | O_NONBLOCK)
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    #if canImport(Darwin)
      var isOn: Int32 = 1
      unsafe setsockopt(
        number, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
    #endif
  }

  deinit { close(number) }

  /// A socket that listens on a loopback address, and its port.
  static func listening(
    on family: LoopbackServer.Family
  ) throws(LoopbackError) -> (Socket, port: UInt16) {
    let listener = try unsafe opened(on: family, port: 0, "bind") { number, address, length in
      unsafe bind(number, address, length)
    }
    guard listen(listener.number, 64) == 0 else { throw .system(call: "listen", code: errno) }
    return (listener, try listener.port())
  }

  /// A socket that is, or soon will be, connected to a loopback address.
  static func connected(
    to port: UInt16, on family: LoopbackServer.Family
  ) throws(LoopbackError) -> Socket {
    try unsafe opened(on: family, port: port, "connect") { number, address, length in
      unsafe connect(number, address, length) == 0 || errno == EINPROGRESS ? 0 : -1
    }
  }

  /// A socket with which a call for its address has succeeded.
  private static func opened(
    on family: LoopbackServer.Family, port: UInt16, _ call: String,
    _ body: (Int32, UnsafePointer<sockaddr>?, socklen_t) -> Int32
  ) throws(LoopbackError) -> Socket {
    let socketType: Int32
    #if canImport(Glibc)
      socketType = Int32(SOCK_STREAM.rawValue)
    #else
      socketType = SOCK_STREAM
    #endif
    // A value with pointers, all of which are NULL.
    var hints = unsafe addrinfo()
    unsafe hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
    unsafe hints.ai_socktype = socketType
    var list: UnsafeMutablePointer<addrinfo>?
    let host = family == .ipv4 ? "127.0.0.1" : "::1"
    let status = unsafe getaddrinfo(host, String(port), &hints, &list)
    defer { if let list = unsafe list { unsafe freeaddrinfo(list) } }
    // The list lives until the end of this function.
    guard status == 0, let address = unsafe list?.pointee else {
      throw .system(call: "getaddrinfo", code: status)
    }
    let number = unsafe socket(address.ai_family, address.ai_socktype, address.ai_protocol)
    guard number >= 0 else { throw .system(call: "socket", code: errno) }
    let opened = Socket(owning: number)
    guard unsafe body(number, address.ai_addr, address.ai_addrlen) == 0 else {
      throw .system(call: call, code: errno)
    }
    return opened
  }

  /// The port that the system chose.
  private func port() throws(LoopbackError) -> UInt16 {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    var text = [CChar](repeating: 0, count: 32)
    let capacity = socklen_t(text.count)
    // The storage has room for an address of any family; the text is as long as is said.
    let status = unsafe withUnsafeMutablePointer(to: &storage) { storage in
      unsafe storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        guard unsafe getsockname(number, address, &length) == 0 else { return errno }
        return unsafe getnameinfo(address, length, nil, 0, &text, capacity, NI_NUMERICSERV)
      }
    }
    let digits = String(
      decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard status == 0, let port = UInt16(digits) else {
      throw .system(call: "getsockname", code: status)
    }
    return port
  }

  /// The next connection; nil where its client has gone already.
  func accept() -> Socket? {
    #if canImport(Glibc)
      let connection = Glibc.accept(number, nil, nil)
    #elseif canImport(Musl)
      let connection = Musl.accept(number, nil, nil)
    #else
      let connection = Darwin.accept(number, nil, nil)
    #endif
    return connection >= 0 ? Socket(owning: connection) : nil
  }

  /// What has come; nothing where the client has gone.
  func read() -> [UInt8] {
    let capacity = 64 * 1024
    // The call gets the array's room and its size, and says how much of it it filled.
    return unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      filled = max(0, unsafe recv(number, buffer.baseAddress, capacity, 0))
    }
  }

  /// Sends what the system takes of the bytes, and says how many; nil where the client has gone.
  func send(_ bytes: Span<UInt8>) -> Int? {
    #if canImport(Darwin)
      let flags: Int32 = 0
    #else
      let flags = Int32(MSG_NOSIGNAL)
    #endif
    // The pointer is used inside the closure only.
    let count = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe Self.systemSend(number, buffer.baseAddress, buffer.count, flags)
    }
    if count < 0 { return errno == EAGAIN || errno == EINTR ? 0 : nil }
    return count
  }

  /// Says that nothing more comes, so that what was sent arrives before the end.
  func endSending() {
    #if canImport(Glibc)
      shutdown(number, Int32(SHUT_WR))
    #else
      shutdown(number, SHUT_WR)
    #endif
  }

  /// The function of the system, which the method's name hides.
  private static func systemSend(
    _ number: Int32, _ bytes: UnsafePointer<UInt8>?, _ count: Int, _ flags: Int32
  ) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.send(number, bytes, count, flags)
    #elseif canImport(Musl)
      unsafe Musl.send(number, bytes, count, flags)
    #else
      unsafe Darwin.send(number, bytes, count, flags)
    #endif
  }
}
