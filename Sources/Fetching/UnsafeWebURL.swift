internal import CCurl

extension WebURL {
  /// Reads an address as libcurl does, which fetches it.
  ///
  /// - Throws: `WebURLError`, which says why it cannot be fetched.
  package init(_ text: String) throws(WebURLError) {
    guard text.utf8.count <= Self.greatestLength else { throw .tooLong }
    // libcurl reads a text that ends with a NUL; one inside would hide the rest.
    guard !text.utf8.contains(0) else { throw .malformed("a NUL") }
    let parser = unsafe URLParser()
    try unsafe parser.read(text)
    try unsafe parser.encodeHost()
    scheme = unsafe parser.part(CURLUPART_SCHEME)?.lowercased() ?? ""
    guard scheme == "http" || scheme == "https" else { throw .otherScheme }
    // libcurl keeps the letter case of a host, which means nothing.
    hostText = unsafe parser.part(CURLUPART_HOST)?.lowercased() ?? ""
    guard let host = HostName(hostText) else { throw .badHost }
    self.host = host
    port = unsafe parser.part(CURLUPART_PORT, flags: UInt32(CURLU_DEFAULT_PORT)) ?? ""
    let query = unsafe parser.part(CURLUPART_QUERY).map { "?" + $0 } ?? ""
    target = (unsafe parser.part(CURLUPART_PATH) ?? "/") + query
    unsafe parser.removeFragment()
    guard let whole = unsafe parser.part(CURLUPART_URL) else { throw .malformed("no text") }
    self.text = whole
  }
}

/// The owner of one of libcurl's URL handles; the texts that it gives are copied and freed at once.
@unsafe private struct URLParser: ~Copyable {
  private let handle: OpaquePointer?

  init() { unsafe handle = curl_url() }

  deinit { unsafe curl_url_cleanup(handle) }

  borrowing func read(_ text: String) throws(WebURLError) {
    // What is no ASCII, and spaces, are encoded, as browsers do.
    let flags = UInt32(CURLU_URLENCODE | CURLU_DISALLOW_USER)
    let code = unsafe curl_url_set(handle, CURLUPART_URL, text, flags)
    switch code {
    case CURLUE_OK: return
    case CURLUE_USER_NOT_ALLOWED: throw .hasCredentials
    case CURLUE_UNSUPPORTED_SCHEME: throw .otherScheme
    default: throw .malformed(unsafe Self.words(for: code))
    }
  }

  /// Replaces a host that is no ASCII by the form that is asked for in the DNS (RFC 5891), where
  /// libcurl tells it.
  borrowing func encodeHost() throws(WebURLError) {
    guard let host = unsafe part(CURLUPART_HOST), !host.utf8.allSatisfy({ $0 < 0x80 }) else {
      return
    }
    guard let ascii = unsafe part(CURLUPART_HOST, flags: ccurl_punycode()),
      ascii.utf8.allSatisfy({ $0 < 0x80 }),
      unsafe curl_url_set(handle, CURLUPART_HOST, ascii, 0) == CURLUE_OK
    else { throw .badHost }
  }

  borrowing func removeFragment() {
    // Without a fragment there is nothing to remove, and nothing else can fail.
    _ = unsafe curl_url_set(handle, CURLUPART_FRAGMENT, nil, 0)
  }

  borrowing func part(_ part: CURLUPart, flags: UInt32 = 0) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard unsafe curl_url_get(handle, part, &text, flags) == CURLUE_OK,
      let text = unsafe text
    else { return nil }
    defer { unsafe curl_free(text) }
    return unsafe String(cString: text)
  }

  private static func words(for code: CURLUcode) -> String {
    unsafe curl_url_strerror(code).map { unsafe String(cString: $0).lowercased() } ?? "malformed"
  }
}
