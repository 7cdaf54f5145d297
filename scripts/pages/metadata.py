"""Do extruct (JSON-LD, Open Graph) and mf2py (h-event) read the events out of the pages again?"""

import importlib.util
import json
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
# What pages show: without controls, marks of direction and breaks between lines.
HIDDEN = {*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF}
SCHEMA = "https://schema.org/"
MODES = {
    "virtual": SCHEMA + "OnlineEventAttendanceMode",
    "hybrid": SCHEMA + "MixedEventAttendanceMode",
    "in-person": SCHEMA + "OfflineEventAttendanceMode",
    None: None,
}
STATUSES = {"scheduled": "EventScheduled", "cancelled": "EventCancelled", "postponed": "EventPostponed"}
faults = []


def plain(text):
    """A text without what pages leave out, for comparing; white space does not count."""
    return "".join(c for c in text if ord(c) not in HIDDEN and not c.isspace() and c not in "\u2028\u2029")


def as_list(value):
    return [] if value is None else value if isinstance(value, list) else [value]


def expect(page, field, read, wanted):
    if read != wanted:
        faults.append(f"{page}: {field}: read {read!r}, expected {wanted!r}")


def is_page(url):
    is_web = url is not None and url.startswith(("http://", "https://"))
    return is_web and not any(c in url for c in " \"<>\\^`{|}")


def check_linked_data(page, html, event):
    import extruct

    data = extruct.extract(html, syntaxes=["json-ld", "opengraph"], uniform=False)
    expect(page, "JSON-LD blocks", len(data["json-ld"]), 1)
    read = data["json-ld"][0]
    expect(page, "name", read["name"], event["title"])
    expect(page, "startDate", read["startDate"], event["start"])
    expect(page, "endDate", read.get("endDate"), event["end"])
    expect(page, "eventAttendanceMode", read.get("eventAttendanceMode"), MODES[event["mode"]])
    status = read["eventStatus"].removeprefix(SCHEMA)
    if status != "EventRescheduled" or event["status"] != "scheduled":
        expect(page, "eventStatus", status, STATUSES[event["status"]])
    if is_page(event["url"]):
        expect(page, "url", read.get("url"), event["url"])
    expect(page, "description", read.get("description"), event["description"])
    groups = [group["name"] for group in as_list(read.get("organizer"))]
    expect(page, "organizer", groups, [group["name"] for group in event["organizers"]])
    check_places(page, read, event)
    properties = dict(data["opengraph"][0]["properties"])
    expect(page, "og:title", plain(properties["og:title"]), plain(event["title"]))


def check_places(page, read, event):
    places = [place for place in as_list(read.get("location")) if place["@type"] == "Place"]
    wanted = [] if event["mode"] == "virtual" else event["places"]
    wanted = [place for place in wanted if place["city"] or place["subdivision"] or place["country"]]
    expect(page, "places", len(places), len(wanted))
    for place, known in zip(places, wanted):
        if event["venue"] is None:
            expect(page, "name of a place", place.get("name"), None)
        address = place["address"]
        for key, field in [("Locality", "city"), ("Region", "subdivision"), ("Country", "country")]:
            expect(page, field, address.get("address" + key), known[field])


def check_microformats(page, html, event):
    import mf2py

    items = mf2py.parse(doc=html)["items"]
    expect(page, "items", [item["type"] for item in items], [["h-event"]])
    read = items[0]["properties"]
    expect(page, "p-name", plain(read["name"][0]), plain(event["title"]))
    expect(page, "dt-start", read["start"][0], event["start"])
    expect(page, "dt-end", read.get("end", [None])[0], event["end"])
    groups = [group["properties"]["name"][0] for group in read.get("organizer", [])]
    wanted = [plain(group["name"]) for group in event["organizers"]]
    expect(page, "p-organizer", [plain(group) for group in groups], wanted)


def slug(event):
    return event["uid"].removesuffix("@twir-events")


def check(site, events):
    for event in json.loads((folder / events).read_text()):
        page = folder / site / "events" / f"{slug(event)}.html"
        html = page.read_text()
        if importlib.util.find_spec("extruct"):
            check_linked_data(page, html, event)
        if importlib.util.find_spec("mf2py"):
            check_microformats(page, html, event)
        yield page


for name in ["extruct", "mf2py"]:
    if importlib.util.find_spec(name) is None:
        print(f"metadata: no {name} on this system: not checked")
count = len([*check("site", "events.json"), *check("hostile", "hostile.json")])
print(f"metadata: {count} events compared with their pages")
for fault in faults[:20]:
    print(fault, file=sys.stderr)
sys.exit(1 if faults else 0)
