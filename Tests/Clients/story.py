"""Ten issues in which everything happens to events that can happen, for replays without an archive."""

import datetime

BEGIN = datetime.date(2031, 4, 2)
ISSUES = 10

# Group, city, and what each of the ten issues lists: the day from the story's begin and the title;
# None lists nothing.
EVENTS = [
    ("Steady Crabs", "Berlin, DE", [(40, "Spring Meetup")] * 6 + [None] * 4),
    ("Moving Crabs", "Paris, FR", [(45, "Hack Night")] * 2 + [(52, "Hack Night")] * 5 + [None] * 3),
    ("Renamed Crabs", "Vienna, AT",
     [(50, "Meetup")] * 3 + [(50, "Macros by Night")] * 5 + [None] * 2),
    ("Lost Crabs", "Tokyo, JP", [(18, "Lunch")] * 2 + [None] * 8),
    ("Returning Crabs", "Oslo, NO",
     [(28, "Talks")] * 2 + [None] + [(28, "Talks")] * 2 + [None] * 5),
    ("Unlucky Crabs", "Lima, PE",
     [(55, "Workshop")] * 4 + [(55, "CANCELLED: Workshop")] * 4 + [None] * 2),
    ("Late Crabs", "Nairobi, KE", [None] * 4 + [(62, "Boards")] * 5 + [None]),
    ("Posh; Crabs, Ltd", "London, UK", [None] * 6 + [(80, "Naïve \"Quotes\" & Tags")] * 4),
    ("Patient Crabs", "Sydney, AU", [(66, "Evening")] * 5 + [(66, "Evening [Postponed]")] * 5),
] + [
    # Meetings of every week, each listed for four weeks: without them one lost event would be a third
    # of an issue, which then withdraws nothing.
    (f"Weekly Crabs {number}", "Ghent, BE",
     [(10 + 7 * number, f"Week {number}") if -21 <= 7 * (number - issue) <= 14 else None
      for issue in range(ISSUES)])
    for number in range(-2, 14)
]


def write(folder):
    """Writes the issues; gives their paths in order."""
    paths = []
    for issue in range(ISSUES):
        date = BEGIN + datetime.timedelta(days=7 * issue)
        lines = [f"Title: Story {issue + 1}", f"Number: {900 + issue}", f"Date: {date}", "",
                 "## Upcoming Events", "", "### Europe"]
        for number, (group, city, states) in enumerate(EVENTS):
            if states[issue] is None:
                continue
            offset, title = states[issue]
            day = BEGIN + datetime.timedelta(days=offset)
            if day < date:
                continue
            address = f"https://www.meetup.com/crabs-{number}"
            lines += [f"* {day} | {city} | [{group}]({address})",
                      f"    * [**{title}**]({address}/events/{310_000_000 + number}/)"]
        path = folder / f"{date}-story.md"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        paths.append(path)
    return paths
