extension Threads {
  /// The results of `body` for each element, in their order: several cores take the elements in turns,
  /// for neighbours are often alike.
  static func inTurns<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ body: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    let pieces = min(coreCount, elements.count)
    guard pieces > 1 else { return elements.map(body) }
    let results = map(pieces) { piece in
      stride(from: piece, to: elements.count, by: pieces).map { body(elements[$0]) }
    }
    return elements.indices.map { results[$0 % pieces][$0 / pieces] }
  }
}
