"""The folded key of a name, as Sources/Gazetteer/Folding.swift makes it from the same table."""

import unicodedata

# What canonical decomposition does not take apart. Everything else of the blocks is its
# base letters without the marks.
LETTERS = {
    "æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "ð": "d", "đ": "d", "þ": "th", "ł": "l", "ħ": "h",
    "ı": "i", "ĸ": "k", "ŋ": "n", "ŧ": "t", "ſ": "s", "ƀ": "b", "ɓ": "b", "ƃ": "b", "ƈ": "c",
    "ɖ": "d", "ɗ": "d", "ƌ": "d", "ǝ": "e", "ə": "e", "ɛ": "e", "ƒ": "f", "ɠ": "g", "ɣ": "g",
    "ƕ": "hv", "ɩ": "i", "ɨ": "i", "ƙ": "k", "ƚ": "l", "ɯ": "m", "ɲ": "n", "ƞ": "n", "ɵ": "o",
    "ɔ": "o", "ƥ": "p", "ƣ": "gh", "ʀ": "r", "ƭ": "t", "ʈ": "t", "ʊ": "u", "ʋ": "v", "ƴ": "y",
    "ƶ": "z", "ʒ": "z", "ȝ": "y", "ǥ": "g", "ƿ": "w", "ȡ": "d", "ȴ": "l", "ȵ": "n", "ȶ": "t",
    "ȷ": "j", "ȸ": "db", "ȹ": "qp", "ⱥ": "a", "ȼ": "c", "ⱦ": "t", "ȿ": "s", "ɀ": "z", "ʉ": "u",
    "ʌ": "v", "ɇ": "e", "ɉ": "j", "ɋ": "q", "ɍ": "r", "ɏ": "y", "ʃ": "s", "ƹ": "z", "ȣ": "ou",
    "ȥ": "z", "ɐ": "a", "ɑ": "a", "ɒ": "a", "ɕ": "c", "ɘ": "e", "ɡ": "g", "ɢ": "g", "ɪ": "i",
    "ɫ": "l", "ɬ": "l", "ɭ": "l", "ɱ": "m", "ɳ": "n", "ɴ": "n", "ɸ": "f", "ɹ": "r", "ɾ": "r",
    "ⱡ": "l", "ᵽ": "p", "ⱨ": "h", "ⱪ": "k", "ⱬ": "z", "ⱱ": "v", "ⱳ": "w", "ⱴ": "v", "ⱶ": "h",
    "ⱸ": "e", "ⱹ": "r", "ⱺ": "o", "ⱻ": "e", "ɽ": "r", "ɿ": "s",
    "ʂ": "s", "ʐ": "z", "ʑ": "z", "ʏ": "y", "ẜ": "s", "ẝ": "s", "ỻ": "ll", "ỽ": "v", "ỿ": "y",
}

# The blocks of Latin letters beyond ASCII.
BLOCKS = [(0x00C0, 0x02AF), (0x1E00, 0x1EFF), (0x2C60, 0x2C7F)]

# Marks, punctuation and symbols, which no key has. Other scalars beyond the blocks are kept.
DROPPED = [
    (0x0080, 0x00BF), (0x02B0, 0x036F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x2000, 0x2BFF),
    (0x2E00, 0x2E7F), (0x3000, 0x3004), (0x3008, 0x3020), (0x30FB, 0x30FB), (0xE000, 0xF8FF),
    (0xFE00, 0xFE0F), (0xFE20, 0xFE2F), (0x1F000, 0x1FFFF),
]


def base(scalar):
    """At most two ASCII letters for a letter of a block, or nothing."""
    lower = chr(scalar).lower()
    parts = "".join(LETTERS.get(part, part) for part in unicodedata.normalize("NFKD", lower))
    parts = "".join(part for part in parts if "a" <= part <= "z")
    assert len(parts) <= 2, hex(scalar)
    return parts


def ascii_key(byte):
    character = chr(byte).lower()
    return ord(character) if character.isalnum() else 0


ASCII = bytes(ascii_key(byte) for byte in range(128))
BASES = {scalar: base(scalar) for low, high in BLOCKS for scalar in range(low, high + 1)}


def table():
    """128 bytes for ASCII, then two bytes for each letter of the blocks; 0 stands for nothing."""
    return ASCII + b"".join(BASES[scalar].encode().ljust(2, b"\0") for scalar in sorted(BASES))


def fold(name):
    """The folded key: lower case, without diacritics, letters and digits only."""
    key = bytearray()
    for character in name:
        scalar = ord(character)
        if scalar < 128:
            key += ASCII[scalar:scalar + 1].strip(b"\0")
        elif scalar in BASES:
            key += BASES[scalar].encode()
        elif not any(low <= scalar <= high for low, high in DROPPED):
            key += character.encode()
    return bytes(key)
