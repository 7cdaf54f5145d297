"""What neither GeoNames nor ISO 3166 says: facts as tables, to be edited by hand."""

# Country code: the name to show where the standard's has a comma or is not the usual one.
COUNTRY_NAMES = {
    "BN": "Brunei", "CD": "Democratic Republic of the Congo", "FK": "Falkland Islands",
    "FM": "Micronesia", "PS": "Palestine", "RU": "Russia", "VA": "Vatican City",
    "VG": "British Virgin Islands", "VI": "U.S. Virgin Islands", "XK": "Kosovo",
}

# Country code: further names that people write, in English and in the country's own languages.
COUNTRY_ALIASES = {
    "AE": ["UAE", "Emirates"], "AL": ["Shqipëria"], "AT": ["Österreich", "Oesterreich"],
    "BA": ["Bosnia"], "BE": ["België", "Belgique", "Belgien"],
    "BG": ["Bulgariya"], "BR": ["Brasil"], "BS": ["The Bahamas"], "CD": ["DR Congo", "DRC", "Zaire"],
    "CG": ["Republic of the Congo", "Congo-Brazzaville"],
    "CH": ["Schweiz", "Suisse", "Svizzera", "Svizra"], "CI": ["Ivory Coast"],
    "CN": ["PRC", "Mainland China", "Zhongguo"], "CV": ["Cape Verde"], "CY": ["Kypros"],
    "CZ": ["Czech Republic", "Czechia", "Česko", "Česká republika"], "DE": ["Deutschland"],
    "DK": ["Danmark"], "EE": ["Eesti"], "ES": ["España", "Espana"],
    "FI": ["Suomi"],
    "GB": ["UK", "England", "Scotland", "Wales", "Northern Ireland", "Great Britain", "Britain",
           "United Kingdom of Great Britain and Northern Ireland"],
    "GM": ["The Gambia"], "GR": ["Hellas", "Ellada"], "HK": ["Hong Kong SAR"], "HR": ["Hrvatska"],
    "HU": ["Magyarország"], "IE": ["Éire", "Republic of Ireland"], "IN": ["Bharat"],
    "IS": ["Ísland"], "IT": ["Italia"], "JP": ["Nippon", "Nihon"],
    "KR": ["Korea", "Republic of Korea"], "LT": ["Lietuva"],
    "LU": ["Luxemburg", "Lëtzebuerg"], "LV": ["Latvija"], "MK": ["Macedonia", "FYROM"],
    "MM": ["Burma"], "MO": ["Macau"], "NL": ["Holland", "Nederland", "The Netherlands"],
    "NO": ["Norge", "Noreg"], "NZ": ["Aotearoa"], "PH": ["Pilipinas", "The Philippines"],
    "PL": ["Polska"], "PS": ["Palestinian Territories"], "RO": ["România"],
    "RS": ["Srbija"], "RU": ["Rossiya", "Rossija"], "SE": ["Sverige"], "SI": ["Slovenija"],
    "SK": ["Slovensko", "Slovak Republic"], "SZ": ["Swaziland"], "TL": ["East Timor"],
    "TR": ["Turkey", "Turkiye"], "TW": ["Republic of China"], "UA": ["Ukraina"],
    "US": ["USA", "United States", "United States of America", "America"],
    "VA": ["Vatican", "Holy See"], "VN": ["Vietnam", "Việt Nam"],
    "XK": ["Kosova"], "ZA": ["RSA", "Suid-Afrika"],
}

# Continent code of GeoNames: the number of EventModel's Region. Antarctica has none; its bases
# are reached from, and keep the time of, New Zealand more than any other country.
REGIONS = {"AF": 1, "AS": 2, "EU": 3, "NA": 4, "OC": 5, "SA": 6, "AN": 5}

# Country code: continent, where spec/events.md or the UN's M49 standard differs from GeoNames.
CONTINENTS = {
    "TR": "EU", "RU": "EU", "CY": "EU", "EG": "AF", "GE": "AS", "AM": "AS", "AZ": "AS",
    "KZ": "AS", "TL": "AS", "BV": "SA", "GS": "SA", "TF": "AF",
}
TRANSCONTINENTAL = {"RU", "TR", "GE", "AM", "AZ", "KZ", "CY", "EG"}

# GeoNames numbers the subdivisions of two countries; everyone else uses the postal codes.
SUBDIVISION_CODES = {
    "AU": {"01": "ACT", "02": "NSW", "03": "NT", "04": "QLD", "05": "SA", "06": "TAS",
           "07": "VIC", "08": "WA"},
    "CA": {"01": "AB", "02": "BC", "03": "MB", "04": "NB", "05": "NL", "07": "NS", "08": "ON",
           "09": "PE", "10": "QC", "11": "SK", "12": "YT", "13": "NT", "14": "NU"},
}
SUBDIVISION_NAMES = {("US", "VI"): "U.S. Virgin Islands"}
SUBDIVISION_ALIASES = {
    ("US", "DC"): ["Washington DC", "Washington D.C."], ("CA", "NL"): ["Newfoundland", "NF"],
    ("CA", "QC"): ["PQ"], ("CA", "PE"): ["PEI"], ("CA", "YT"): ["Yukon Territory"],
    ("CA", "NT"): ["NWT"],
}

# GeoNames number of a city: names that count as its main name, beside GeoNames' own.
MAIN_NAMES = {
    2925533: ["Frankfurt"],
    5128581: ["New York"],
    4140963: ["Washington DC"],
}
# GeoNames number of a city: names that people write and GeoNames or the rules do not have.
OTHER_NAMES = {
    5128581: ["NYC"],
    2925533: ["Frankfurt/Main", "Frankfurt (Main)", "Frankfurt a. M."],
}
# GeoNames number of a city: other names that belong to another place.
WRONG_NAMES = {
    2761369: ["Bienne"],
}
# Words that GeoNames has as an old or casual name of some city, and that say something else in a
# list of events.
NO_NAMES = {"Africa", "Area", "Rust", "Valley"}

# Countries in which a name with a slash gives both names, and in which a bracket only tells two
# places of one name apart.
SLASH_COUNTRIES = {"CH", "ES"}
BRACKET_COUNTRIES = {"DE"}
# Countries that write ae, oe, ue where there is no umlaut.
UMLAUT_COUNTRIES = {"AT", "CH", "DE", "LI"}
UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
# Short and long forms of a word; the first of a pair is written in every country of the set.
ENGLISH = {"US", "CA", "AU", "GB", "NZ", "IE", "ZA"}
GERMAN = {"AT", "CH", "DE", "LI", "IT"}
WORDS = [
    (r"\bSaint\b", "St", None), (r"\bSt\b\.?", "Saint", None), (r"\bSainte\b", "Ste", None),
    (r"\bSte\b\.?", "Sainte", None), (r"\bSankt\b", "St", GERMAN), (r"\bSt\b\.?", "Sankt", GERMAN),
    (r"\bFort\b", "Ft", ENGLISH), (r"\bFt\b\.?", "Fort", ENGLISH),
    (r"\bMount\b", "Mt", ENGLISH), (r"\bMt\b\.?", "Mount", ENGLISH),
]
