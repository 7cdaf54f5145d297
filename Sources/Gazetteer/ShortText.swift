import CGazetteer
import EventModel

/// The texts of countries, subdivisions and time zones.
///
/// They are copied into one buffer when the first is asked for, so that a text is a slice of it
/// and costs no allocation; look-ups by name read the table itself.
enum ShortText {
  private static let buffer: [UInt8] = (0..<twir_gazetteer_texts_size).map {
    UInt8(truncatingIfNeeded: twir_gazetteer_texts_byte($0))
  }

  /// The text of an offset and a length.
  static func text(at offset: UInt32, length: UInt32) -> Text {
    let end = min(Int(offset) + Int(length), buffer.count)
    return Text(slicing: buffer, min(Int(offset), end)..<end)
  }
}
