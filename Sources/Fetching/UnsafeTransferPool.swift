internal import CCurl

/// The exchanges that run at the same time: the owner of libcurl's multi handle.
///
/// It keeps each exchange from its start to its end, and takes its handle out before it lets go.
@safe struct TransferPool: ~Copyable {
  private let multi: UnsafeMutableRawPointer
  private var running: [UnsafeMutableRawPointer: (item: Int, transfer: Transfer)] = unsafe [:]

  /// What came of an exchange.
  struct Ended {
    var item: Int
    var result: TransferResult
    var body: [UInt8]
  }

  /// A pool without exchanges; nil where libcurl does not start.
  init?() {
    guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK,
      let multi = unsafe curl_multi_init()
    else { return nil }
    unsafe self.multi = multi
  }

  deinit {
    for unsafe(handle, _) in unsafe running { unsafe curl_multi_remove_handle(multi, handle) }
    unsafe curl_multi_cleanup(multi)
  }

  /// Starts an exchange; false where libcurl takes it not.
  mutating func start(_ transfer: Transfer, for item: Int) -> Bool {
    let handle = unsafe transfer.handle
    guard unsafe curl_multi_add_handle(multi, handle) == CURLM_OK else { return false }
    unsafe running[handle] = (item, transfer)
    return true
  }

  /// Waits for something to happen, at most for a time, and gives what has ended.
  mutating func advance(atMost wait: Duration) -> [Ended] {
    var count: Int32 = 0
    unsafe curl_multi_perform(multi, &count)
    let expected = unsafe running.count
    if Int(count) == expected {
      unsafe curl_multi_poll(multi, nil, 0, Int32(clamping: wait.milliseconds), nil)
      unsafe curl_multi_perform(multi, &count)
    }
    var ended: [Ended] = []
    var easy: UnsafeMutableRawPointer?
    var code = CURLE_OK
    while unsafe ccurl_next_ended(multi, &easy, &code) {
      guard let handle = unsafe easy, let entry = unsafe running.removeValue(forKey: handle) else {
        continue
      }
      let result = entry.transfer.result(code: code)
      unsafe curl_multi_remove_handle(multi, handle)
      ended.append(Ended(item: entry.item, result: result, body: entry.transfer.body))
    }
    return ended
  }
}
