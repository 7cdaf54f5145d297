#ifndef CGAZETTEER_H
#define CGAZETTEER_H

#include <stdint.h>

/// The tables of the gazetteer, made by `scripts/gazetteer` and embedded as they are.
///
/// Swift reads them through the functions below alone, which give 0 for what lies outside a
/// table: no pointer is handed out, and no offset can read beyond the tables. All numbers are
/// little-endian and unaligned. "Text" is an offset into `texts` (u16) and a length (u8).
///
///     folding        128 bytes for ASCII, then 2 bytes for each of U+00C0-U+02AF, U+1E00-U+1EFF
///                    and U+2C60-U+2C7F: what a folded key has in the letter's place, 0 for
///                    nothing
///     texts          short texts, one after another
///     zones          IANA name (text)
///     country_index  26 x 26 bytes: 1 + the number of the country of two letters, or 0
///     countries      code (2), region (u8), spans two continents (u8), alpha-3 (text), name (text)
///     subdivisions   country code (2), code (text), name (text)
///     short_names    folded key (text), kind (u8: 0 country, 1 subdivision), number (u8);
///                    sorted by the key
///     city_index     for each city, the most populous first: its offset in `cities` (u32)
///     cities         for each city: its number (u32), population (u32), latitude and longitude in
///                    hundredths of a degree (i16), zone (u16), country (u8), 1 + subdivision or 0
///                    (u8), how many main names (u8), how many names (u8); then for each name a
///                    length (u8) and the bytes
///     buckets        2^16 + 1 numbers (u32): where in `postings` the bucket of a hash begins
///     postings       u64: lower 26 bits of the hash; whether the key is that of the posting before
///                    (1 bit); whether the name is a main one (1); offset of the city in `cities`
///                    (23); offset of the name from there (13); in a bucket by hash, key and city
#define TWIR_GAZETTEER_TABLE(name)                                                     \
  extern const unsigned char twir_gazetteer_##name[];                                  \
  extern const uint32_t twir_gazetteer_##name##_size;                                  \
  static inline uint32_t twir_gazetteer_##name##_byte(uint32_t offset) {               \
    return offset < twir_gazetteer_##name##_size ? twir_gazetteer_##name[offset] : 0;  \
  }                                                                                    \
  static inline uint32_t twir_gazetteer_##name##_u16(uint32_t offset) {                \
    if (twir_gazetteer_##name##_size < 2 || offset > twir_gazetteer_##name##_size - 2) \
      return 0;                                                                        \
    const unsigned char *bytes = twir_gazetteer_##name + offset;                       \
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8;                               \
  }                                                                                    \
  static inline uint32_t twir_gazetteer_##name##_u32(uint32_t offset) {                \
    if (twir_gazetteer_##name##_size < 4 || offset > twir_gazetteer_##name##_size - 4) \
      return 0;                                                                        \
    const unsigned char *bytes = twir_gazetteer_##name + offset;                       \
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |   \
           (uint32_t)bytes[3] << 24;                                                   \
  }                                                                                    \
  static inline uint64_t twir_gazetteer_##name##_u64(uint32_t offset) {                \
    return twir_gazetteer_##name##_u32(offset) |                                       \
           (uint64_t)twir_gazetteer_##name##_u32(offset + 4) << 32;                    \
  }

TWIR_GAZETTEER_TABLE(folding)
TWIR_GAZETTEER_TABLE(texts)
TWIR_GAZETTEER_TABLE(zones)
TWIR_GAZETTEER_TABLE(country_index)
TWIR_GAZETTEER_TABLE(countries)
TWIR_GAZETTEER_TABLE(subdivisions)
TWIR_GAZETTEER_TABLE(short_names)
TWIR_GAZETTEER_TABLE(city_index)
TWIR_GAZETTEER_TABLE(cities)
TWIR_GAZETTEER_TABLE(buckets)
TWIR_GAZETTEER_TABLE(postings)

#endif
