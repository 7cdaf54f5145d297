#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import FileSystem

/// Compares an output with the file that it would replace, and writes nothing.
struct OutputComparison: ~Copyable, OutputSink {
  private let name: String
  /// The file as it is; nil where there is none, or none that bytes can be compared with.
  private var previous: FileDescriptor?
  private var isSame = true
  private let isNew: Bool
  private let isStream: Bool

  /// Opens the file at a path, if there is one.
  init(path: String) throws(CommandError) {
    name = path
    let status = FileReading.status(of: path)
    isNew = status == nil
    isStream = status.map { !$0.isRegularFile } ?? false
    if status?.isDirectory == true {
      throw .cannotCreate(path: path, reason: SystemError(code: EISDIR).reason)
    }
    let folder = OutputFile.folder(of: path)
    if isNew, !folder.isEmpty, FileReading.status(of: folder) == nil {
      throw .cannotCreate(path: path, reason: SystemError.last.reason)
    }
    // What may not be read may be replaced all the same: then it is taken for changed.
    previous = isNew || isStream ? nil : try? FileDescriptor(path, O_RDONLY)
  }

  mutating func write(_ bytes: Span<UInt8>) throws(CommandError) -> Bool {
    var offset = 0
    while isSame, offset < bytes.count {
      let old = try read(bytes.count - offset)
      isSame = !old.isEmpty && Self.equals(old.span, bytes.extracting(offset...))
      offset += old.count
    }
    return true
  }

  mutating func finish() throws(CommandError) -> FileChange {
    if isStream { return .streamed }
    if isNew { return .new }
    guard isSame, previous != nil else { return .changed }
    return try read(1).isEmpty ? .unchanged : .changed
  }

  private func read(_ count: Int) throws(CommandError) -> [UInt8] {
    var bytes: [UInt8] = []
    guard previous != nil else { return bytes }
    do throws(SystemError) {
      _ = try previous?.read(count, into: &bytes)
    } catch {
      throw .unreadableSource(path: name, reason: error.reason)
    }
    return bytes
  }

  /// Whether the bytes are those that `other` begins with.
  private static func equals(_ bytes: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    bytes.count <= other.count && bytes.indices.allSatisfy { bytes[$0] == other[$0] }
  }
}
