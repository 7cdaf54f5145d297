/// Why a document could not be built.
package enum HTMLBuilderError: Error, Hashable, Sendable {
  /// libxml2 is not installed, or not in the version that the program was built for.
  case libraryMissing
  /// libxml2 could not get the memory it asked for.
  case outOfMemory
  /// A `script` or `style` was to be written with a `<` in it, which could end it.
  case rawTextWithMarkup
}
