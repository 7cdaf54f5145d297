internal import CCurl

/// One exchange with a server: the owner of libcurl's handle, and what its callbacks write to.
///
/// libcurl holds unretained references to the object, for its callbacks, and to the error buffer and
/// the list of headers. All live until `deinit`, which ends the handle first; the pool keeps the
/// object as long as the handle is in it. Everything happens on one thread.
@safe final class Transfer {
  private let easy: UnsafeMutableRawPointer
  private var headers: UnsafeMutablePointer<curl_slist>?
  private let errorText: UnsafeMutablePointer<CChar>
  private let setup: TransferSetup
  private var file: BodyFile?
  /// The body, where it goes into memory.
  private(set) var body: [UInt8] = []
  private var head = ResponseHead()
  private var refused: IPAddress?
  private var stop: TransferResult.Stop?
  private var length = 0
  private var decoder: GzipDecoder?

  /// How much of a body is read that is not wanted, so that the connection can be used again.
  private static let unwantedSize = 64 * 1024

  /// Sets up an exchange; nil where libcurl has no memory or refuses a setting.
  init?(_ setup: TransferSetup) {
    guard let easy = unsafe curl_easy_init() else { return nil }
    unsafe self.easy = easy
    self.setup = setup
    let size = Int(CURL_ERROR_SIZE)
    unsafe errorText = .allocate(capacity: size)
    unsafe errorText.initialize(repeating: 0, count: size)
    for line in setup.headers + ["Accept-Encoding: gzip"] {
      guard let longer = unsafe curl_slist_append(headers, line) else { return nil }
      unsafe headers = longer
    }
    guard setTexts(), setNumbers(), setCallbacks() else { return nil }
  }

  deinit {
    unsafe curl_easy_cleanup(easy)
    unsafe curl_slist_free_all(headers)
    unsafe errorText.deallocate()
  }

  /// libcurl's handle, for the pool.
  @unsafe var handle: UnsafeMutableRawPointer { unsafe easy }

  /// Ends the exchange, and says what came of it.
  func result(code: CURLcode) -> TransferResult {
    var result = TransferResult(code: Int32(code.rawValue))
    result.status = Int(unsafe ccurl_status(easy))
    let isComplete = code == CURLE_OK && stop == nil && isWanted
    if isComplete, decoder?.isWhole == false { stop = .cutOff }
    finishFile(isComplete: isComplete && stop == nil)
    result.head = head
    result.location = unsafe ccurl_redirect_url(easy).map { unsafe String(cString: $0) }
    result.retryAfter = Int(clamping: unsafe ccurl_retry_after(easy))
    result.refused = refused
    result.stop = stop
    result.length = length
    // libcurl writes at most so many bytes and a NUL.
    result.details = unsafe String(cString: errorText)
    return result
  }

  // MARK: Settings

  private func setTexts() -> Bool {
    // An empty text turns off what the environment says: a proxy, and hosts without one.
    var texts: [(CURLoption, String)] = [
      (CURLOPT_URL, setup.url.text), (CURLOPT_USERAGENT, setup.userAgent),
      (CURLOPT_PROXY, setup.proxy ?? ""), (CURLOPT_NOPROXY, ""),
    ]
    if let certificates = setup.certificates { texts.append((CURLOPT_CAINFO, certificates)) }
    return texts.allSatisfy { option, text in
      unsafe ccurl_set_text(easy, option, text) == CURLE_OK
    }
  }

  private func setNumbers() -> Bool {
    let numbers: [(CURLoption, Int)] = [
      // Each redirect is checked and waits for its turn: it is followed by hand.
      (CURLOPT_FOLLOWLOCATION, 0),
      (CURLOPT_CONNECTTIMEOUT_MS, setup.connectTimeout.milliseconds),
      (CURLOPT_TIMEOUT_MS, setup.timeout.milliseconds),
      (CURLOPT_NOSIGNAL, 1), (CURLOPT_SSL_VERIFYPEER, 1), (CURLOPT_SSL_VERIFYHOST, 2),
      (CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue)), (CURLOPT_HTTP09_ALLOWED, 0),
      (CURLOPT_NOPROGRESS, 1), (CURLOPT_DISALLOW_USERNAME_IN_URL, 1),
      (CURLOPT_SUPPRESS_CONNECT_HEADERS, 1),
    ]
    return numbers.allSatisfy { option, number in
      unsafe ccurl_set_number(easy, option, number) == CURLE_OK
    } && (unsafe ccurl_set_protocols(easy)) == CURLE_OK
  }

  private func setCallbacks() -> Bool {
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    let callbacks = unsafe ccurl_callbacks(
      header: { start, size, count, context in
        let bytes = unsafe UnsafeRawBufferPointer(start: start, count: size * count)
        return unsafe Transfer.of(context)?.receiveHead(bytes) == true ? bytes.count : 0
      },
      write: { start, size, count, context in
        let bytes = unsafe UnsafeRawBufferPointer(start: start, count: size * count)
        return unsafe Transfer.of(context)?.receiveBody(bytes) == true ? bytes.count : 0
      },
      open_socket: { context, _, address in
        guard let transfer = unsafe Transfer.of(context), let address = unsafe address else {
          return ccurl_no_socket()
        }
        return unsafe transfer.openSocket(address)
      })
    return unsafe ccurl_set_callbacks(easy, callbacks, context) == CURLE_OK
      && ccurl_set_error_buffer(easy, errorText) == CURLE_OK
      && ccurl_set_headers(easy, headers) == CURLE_OK
  }

  // MARK: Callbacks

  /// The object that libcurl hands back; it was given to it above and lives as long as the handle.
  private static func of(_ context: UnsafeMutableRawPointer?) -> Transfer? {
    unsafe context.map { unsafe Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
  }

  private func receiveHead(_ bytes: UnsafeRawBufferPointer) -> Bool {
    if head.read(line: unsafe Array(bytes)) { return true }
    stop = .headTooLarge
    return false
  }

  private func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
    if stop == nil { stop = unsafe problem(with: bytes) }
    return stop == nil
  }

  /// Takes a piece of the body; says why no more of it is wanted, if that is so.
  private func problem(with bytes: UnsafeRawBufferPointer) -> TransferResult.Stop? {
    guard isWanted else {
      length += bytes.count
      return length > Self.unwantedSize ? .unwanted : nil
    }
    switch head.contentEncoding {
    case "", "identity": return unsafe take(bytes)
    case "gzip", "x-gzip": return unsafe decode(bytes)
    default: return .unknownEncoding
    }
  }

  private func decode(_ bytes: UnsafeRawBufferPointer) -> TransferResult.Stop? {
    if decoder == nil { decoder = GzipDecoder() }
    // Without memory for one the body would be lost.
    guard decoder != nil else { return .brokenEncoding }
    var problem: TransferResult.Stop?
    do throws(GzipDecoder.Failure) {
      try unsafe decoder?.decode(bytes) { piece in
        problem = unsafe take(piece)
        return problem == nil
      }
      return nil
    } catch {
      return problem ?? .brokenEncoding
    }
  }

  /// Takes a piece of the body without its encoding.
  private func take(_ bytes: UnsafeRawBufferPointer) -> TransferResult.Stop? {
    if case .memory = setup.target {
      let room = max(setup.greatestSize - body.count, 0)
      unsafe body += bytes.prefix(room)
      length = body.count
      return bytes.count > room ? .unwanted : nil
    }
    let isFirst = length == 0
    length += bytes.count
    if length > setup.greatestSize { return .tooLarge }
    let announced = unsafe ccurl_announced_length(easy)
    if isFirst, announced > Int64(setup.greatestSize) { return .tooLarge }
    return unsafe write(bytes)
  }

  /// Whether the status says that the body is the page.
  private var isWanted: Bool { Verdict.successes.contains(Int(unsafe ccurl_status(easy))) }

  private func write(_ bytes: UnsafeRawBufferPointer) -> TransferResult.Stop? {
    do throws(BodyFileError) {
      try openFile()
      // The span is used as long as libcurl lends the bytes: for this call.
      try unsafe file?.write(bytes.bindMemory(to: UInt8.self).span)
      return nil
    } catch {
      return .writeFailed(code: error.code)
    }
  }

  private func openFile() throws(BodyFileError) {
    guard file == nil, case .file(let path) = setup.target else { return }
    file = try BodyFile(path)
  }

  /// Closes the file; one of an empty body is made now.
  private func finishFile(isComplete: Bool) {
    do throws(BodyFileError) {
      if isComplete { try openFile() }
      try file.take()?.finish()
    } catch {
      stop = stop ?? .writeFailed(code: error.code)
    }
  }

  /// Opens a socket where its address may be connected to: the one that is really connected to,
  /// whatever name, redirect or answer of the DNS led there.
  private func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    // The user's own proxy is trusted wherever it is; the host behind it was checked before.
    if setup.allowsPrivate || setup.proxy != nil { return unsafe ccurl_open(address) }
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = unsafe ccurl_address(address, &bytes)
    guard let target = IPAddress(bytes: Array(bytes.prefix(count))) else {
      return ccurl_no_socket()
    }
    guard target.isPublic else {
      refused = target
      return ccurl_no_socket()
    }
    return unsafe ccurl_open(address)
  }
}
