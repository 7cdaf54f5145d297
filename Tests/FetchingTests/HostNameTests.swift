import Testing

@testable import Fetching

@Suite struct HostNameTests {
  @Test(arguments: [
    "127.0.0.1", "127.0.0.1.", "127.1", "127.0.1", "2130706433", "0x7f000001", "0X7F000001",
    "017700000001", "0177.0.0.1", "0x7f.0.0.1", "0x7f.1", "0177.0x0.0.01", "127.0x000000001",
    "00000000177.0.0.1",
  ])
  func readsEverySpellingOfLoopback(text: String) {
    #expect(HostName(text) == IPAddress(bytes: [127, 0, 0, 1]).map { .address($0) })
    #expect(HostName(text)?.purpose == "loopback")
  }

  @Test(arguments: ["[::1]", "::1", "[0:0:0:0:0:0:0:1]", "[::0.0.0.1]", "[::1%25lo]", "[::0001]"])
  func readsVersion6(text: String) {
    #expect(HostName(text)?.purpose == "loopback")
  }

  @Test(arguments: [
    ("0", "unspecified"), ("0x", "unspecified"), ("0xa9fea9fe", "link-local"),
    ("169.254.43518", "link-local"), ("0xc0a80001", "private"), ("3232235521", "private"),
    ("[::ffff:10.0.0.1]", "private"), ("[::127.0.0.1]", "loopback"),
    ("[64:ff9b::192.168.1.1]", "private"), ("[2002:7f00:1::]", "loopback"),
    ("localhost", "the name of a private host"), ("LocalHost.", "the name of a private host"),
    ("a.b.localhost", "the name of a private host"),
    ("printer.local", "the name of a private host"),
    ("router.home.arpa", "the name of a private host"),
    ("metadata.google.internal", "the name of a private host"),
  ])
  func tellsPrivateHosts(text: String, purpose: String) {
    #expect(HostName(text)?.purpose == purpose)
  }

  @Test(arguments: ["example.org", "8.8.8.8", "1e100.net", "localhost.example", "[2606:4700::1]"])
  func letsPublicOnesPass(text: String) throws {
    #expect(try #require(HostName(text)).purpose == nil)
  }

  @Test(arguments: [
    "", ".", "a..b", "256.0.0.1", "1.2.3.4.5", "1.2.3.256", "0x100000000", "4294967296", "08.0.0.1",
    "127.0.0.08", "1.65536.1.1", "[::1", "[::g]", "[1]", "[]", "::ffff:1.2.3", "127.0.0.１",
    "a.99999999999999999999999",
  ])
  func refusesWhatIsNeitherNameNorAddress(text: String) {
    #expect(HostName(text) == nil)
  }
}
