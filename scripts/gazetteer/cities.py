"""Which names a city has: the main ones, then the others, each folded key once."""

import re
import unicodedata

import tables
from folding import fold

LONGEST_NAME = 60
SHORTEST_KEY = 3
# A city keeps an other name that is the main name of another place in its country only if it
# has so many times its people: St. Louis is also Saint Louis, but Redding is not Reading.
FAME = 20


def is_latin(name):
    return all(
        not character.isalpha() or 0x02B0 <= ord(character) < 0x0370
        or unicodedata.name(character, "").startswith("LATIN")
        for character in name)


def is_other_name(name):
    """Whether GeoNames' other name is one that a person may write.

    Not so are codes (`MUC`, `NY`), names with digits, and names without a capital letter, which
    are romanised by machine (`lwndwn` for London).
    """
    if not is_latin(name) or len(name.encode()) > LONGEST_NAME:
        return False
    if any(character.isdigit() or unicodedata.category(character) in ("Cc", "Co")
           for character in name):
        return False
    letters = [character for character in name if character.isalpha()]
    if not any(character.isupper() for character in letters):
        return False
    if len(letters) <= 5 and all(character.isupper() for character in letters):
        return False
    return len(fold(name)) >= SHORTEST_KEY


def with_umlauts(names, country):
    """The names, and the spelling without umlauts of those that have some."""
    if country not in tables.UMLAUT_COUNTRIES:
        return list(names)
    return [*names, *(name.translate(tables.UMLAUTS) for name in names)]


def main_names(city):
    name, country = city["name"], city["countrycode"]
    names = [name, *tables.MAIN_NAMES.get(city["geonameid"], [])]
    if country in tables.SLASH_COUNTRIES and "(" not in name:
        names += [part.strip() for part in name.split("/")]
    if country in tables.BRACKET_COUNTRIES:
        names.append(re.sub(r" *\(.*\)", "", name))
    for pattern, word, countries in tables.WORDS:
        if countries is None or country in countries:
            names.append(re.sub(pattern, word, name))
    return with_umlauts(names, country)


def other_names(city):
    number = city["geonameid"]
    wrong = tables.NO_NAMES.union(tables.WRONG_NAMES.get(number, []))
    names = [name for name in city["alternatenames"] if is_other_name(name) and name not in wrong]
    # Of two spellings with one key, the one with its diacritics is kept.
    names.sort(key=lambda name: (-sum(0xC0 <= ord(character) < 0x250 for character in name), name))
    return with_umlauts(tables.OTHER_NAMES.get(number, []) + names, city["countrycode"])


def unique(names, seen):
    """The names whose keys are new, which go into `seen`."""
    result = []
    for name in names:
        key = fold(name)
        if key and key not in seen:
            seen.add(key)
            result.append(name)
    return result


def ranked(cities):
    """The cities by population, with their main and other names."""
    rows = []
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        seen = set()
        main = unique(main_names(city), seen)
        assert main, city
        rows.append((city, main, sorted(unique(other_names(city), seen))))
    fame = {}
    for city, main, _ in rows:
        for name in main:
            fame.setdefault((city["countrycode"], fold(name)), city["population"])
    return [
        (city, main, [name for name in others if keeps(city, name, fame)])
        for city, main, others in rows]


def keeps(city, name, fame):
    rival = fame.get((city["countrycode"], fold(name)))
    return rival is None or city["population"] >= FAME * rival
