/// Names of schema.org's vocabulary as pages write them.
enum SchemaName {
  /// The name of a type without the vocabulary: `https://schema.org/Event`, `schema:Event` and
  /// `Event` are `Event`; names of other vocabularies stay as they are.
  static func type(_ name: String) -> String { local(name) ?? name }

  /// The name of a property without the vocabulary.
  static func property(_ name: String) -> String { local(name) ?? name }

  /// What stands behind the vocabulary's address or prefix; the name itself where it has neither;
  /// nil for a name of another vocabulary.
  static func local(_ name: String) -> String? {
    guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return name }
    let rest = name[name.utf8.index(after: colon)...]
    guard rest.hasPrefix("//") else { return name[..<colon] == "schema" ? String(rest) : nil }
    let address = rest.dropFirst(2)
    for host in hosts where address.hasPrefix(host) {
      return String(address.dropFirst(host.utf8.count).drop { $0 == "/" || $0 == "#" })
    }
    return nil
  }

  /// Whether an address is that of the vocabulary.
  static func isVocabulary(_ address: String) -> Bool {
    let lower = address.lowercased()
    return hosts.contains { lower.contains($0) }
  }

  /// schema.org, and the vocabulary that it grew out of, which has the same names for most.
  private static let hosts = [
    "schema.org/", "www.schema.org/", "data-vocabulary.org/",
    "rdf.data-vocabulary.org/", "schema.org#", "schema.org",
  ]
}
