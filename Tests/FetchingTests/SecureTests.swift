import Foundation
import LoopbackServer
import Testing

@Suite struct SecureTests {
  @Test func aPortThatSpeaksNoTLSIsNotTrusted() throws {
    let server = try LoopbackServer { _ in LoopbackServer.Response("secret") }
    defer { server.stop() }
    let result = try FetchProgram.fetch([server.url(scheme: "https")])
    #expect(result.outcomes == ["tls"], "\(result.reports)")
    #expect(result.reports[0].message.hasPrefix("no secure connection to '127.0.0.1': "))
  }

  @Test(
    .enabled(
      if: SecureTests.openSSL != nil, "needs openssl, for a server with a certificate of its own"))
  func aCertificateThatNobodySignedIsNotTrusted() throws {
    try withSecureServer { port, _ in
      let result = try FetchProgram.fetch(["https://127.0.0.1:\(port)/"])
      #expect(result.outcomes == ["tls"], "\(result.reports)")
      #expect(result.reports[0].message.contains("certificate"), "\(result.reports)")
    }
  }

  @Test(
    .enabled(
      if: SecureTests.openSSL != nil, "needs openssl, for a server with a certificate of its own"))
  func neverFollowsFromHTTPSToHTTP() throws {
    let plain = try LoopbackServer { _ in LoopbackServer.Response("in the clear") }
    defer { plain.stop() }
    let page = "HTTP/1.0 302 Found\r\nLocation: \(plain.url())\r\n\r\n"
    try withSecureServer(files: ["moved": page]) { port, folder in
      let result = try FetchProgram.fetch(
        ["https://127.0.0.1:\(port)/moved"],
        environment: ["SSL_CERT_FILE": folder.appending(path: "certificate.pem").path])
      #expect(result.outcomes == ["bad-url"], "\(result.reports)")
      #expect(plain.requests.isEmpty)
    }
  }

  @Test(
    .enabled(
      if: SecureTests.openSSL != nil, "needs openssl, for a server with a certificate of its own"))
  func trustsTheCertificatesThatTheUserNames() throws {
    let page = "HTTP/1.0 200 OK\r\nContent-Length: 4\r\n\r\nsafe"
    try withSecureServer(files: ["page": page]) { port, folder in
      let certificate = folder.appending(path: "certificate.pem").path
      let result = try FetchProgram.fetch(
        ["https://127.0.0.1:\(port)/page"], environment: ["SSL_CERT_FILE": certificate])
      #expect(result.bodies == ["safe"], "\(result.reports)")
      // The certificate is for the number, not for the name.
      let other = try FetchProgram.fetch(
        ["https://localhost:\(port)/page"], environment: ["SSL_CERT_FILE": certificate])
      #expect(other.outcomes == ["tls"], "\(other.reports)")
    }
  }

  // MARK: A server with TLS

  /// Runs a body with a server of openssl, whose files hold whole answers.
  private func withSecureServer(
    files: [String: String] = [:], _ body: (_ port: Int, _ folder: URL) throws -> Void
  ) throws {
    let folder = try FetchProgram.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    let making = try start(
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
        "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "key.pem", "-out", "certificate.pem",
      ], in: folder)
    making.waitUntilExit()
    let server = try start(
      ["s_server", "-accept", "0", "-HTTP", "-cert", "certificate.pem", "-key", "key.pem"],
      in: folder)
    defer {
      // No other signal: the threads that run tests hold them back, and openssl inherits that.
      kill(server.processIdentifier, SIGKILL)
      server.waitUntilExit()
    }
    try body(try port(of: server, in: folder), folder)
  }

  /// The port that openssl says it accepts at.
  private func port(of server: Process, in folder: URL) throws -> Int {
    while server.isRunning {
      let text = try String(contentsOf: folder.appending(path: "output"), encoding: .utf8)
      if let line = text.firstMatch(of: /ACCEPT [^\n]*:([0-9]+)\n/), let port = Int(line.1) {
        return port
      }
      Thread.sleep(forTimeInterval: 0.01)
    }
    throw NoServer()
  }

  private struct NoServer: Error {}

  private func start(_ arguments: [String], in folder: URL) throws -> Process {
    let output = folder.appending(path: "output")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = Self.openSSL
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  static let openSSL: URL? = ["/usr/bin/openssl", "/bin/openssl"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }.map { URL(filePath: $0) }
}
