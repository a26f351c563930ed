"""What a reviewer has to mend in the form of a press release before it says what a gold record says."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from workshops.bench._likeness import LISTS, SCALARS, pairs
from workshops.domain.countries import country_name
from workshops.domain.enums import AgencyRole
from workshops.domain.folding import fold
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.domain.naming import with_acronym
from workshops.domain.partial_date import PartialDate
from workshops.domain.press_draft import email_address
from workshops.domain.workshop import WorkshopDetails

GROUP_OF_ROLE: Final = {
    AgencyRole.ORGANISER: "organisers",
    AgencyRole.CO_ORGANISER: "organisers",
    AgencyRole.PARTICIPATING: "beneficiary_agencies",
    AgencyRole.NOMINATING: "beneficiary_agencies",
}
ROLE_OF_GROUP: Final = {
    "organisers": AgencyRole.ORGANISER,
    "partners": AgencyRole.TECHNICAL_PARTNER,
    "beneficiary_agencies": AgencyRole.PARTICIPATING,
}
UNTITLED: Final = "Workshop"
"""What is typed where neither text nor reader has a title."""
SINGLES: Final = (
    *("title", "event_type", "country", "city", "venue", "start_date", "end_date", "duration_days"),
    *("participants_count", "participants_qualifier", "participants_description"),
)
ROW_LISTS: Final = (
    *("organisers", "partners", "beneficiary_agencies", "experts", "expert_countries", "funders"),
    *("participant_countries", "legal_references", "quotes"),
)
CONTACT_PARTS: Final = ("name", "organisation", "email", "phone")


@dataclass(frozen=True, slots=True)
class Mend:
    """One value that is wrong or missing.

    `name` is the control of the form that is to hold `typed`, of a list of rows a new row's; `typed` is "" for what is
    to be taken out, with the number of its row in `row`. `field` is that of findings, as which the first of `words`
    that the text has can be assigned, "" where the words go into the control itself. `others` are typed into the same
    new row. `item` is one of several values of a control: to be added, or taken out where nothing is typed. `was` is
    what a row to be taken out says.
    """

    field: str
    name: str
    typed: str = ""
    words: tuple[str, ...] = ()
    rows: str = ""
    row: int | None = None
    others: tuple[tuple[str, str], ...] = ()
    item: str = ""
    was: str = ""

    @property
    def is_new(self) -> bool:
        """Whether a list lacks it."""
        return bool(self.rows) and self.row is None


def values_of(gold: dict[str, Any]) -> int:
    """How many values of a gold record are compared."""
    count = sum(gold[name] is not None for name in SINGLES) + sum(len(gold[name]) for name in ROW_LISTS)
    return count + bool(_project(gold)) + sum(bool(one[part]) for one in gold["contacts"] for part in CONTACT_PARTS)


def mends(said: WorkshopDetails, gold: dict[str, Any]) -> Iterator[Mend]:
    """What is to be mended, in the order of the form. Topics, which are of a controlled list, are left as they are, and
    so are notes on dates that are told, and numbers of days that the dates give.
    """
    yield from _single("title", "title", said.title, gold["title"] or said.title or UNTITLED)
    yield from _single("event_type", "type", said.type, gold["event_type"])
    yield from _lines("legal_references", said.legal_references, gold["legal_references"])
    yield from _when_and_where(said, gold)
    yield from _agencies(said, gold)
    project, wanted = said.project, _project(gold)
    said_one = project and {"name": project.title, "acronym": project.acronym or None}
    if bool(project) != bool(wanted) or (said_one and not SCALARS["project.name"](said_one, wanted)):
        yield Mend("project.name", "project_name", wanted, (wanted,))
    yield from _people(said, gold)
    yield from _experts(said, gold)
    yield from _rows("funders", "funders", "agency_name", [_name(one.agency) for one in said.funders], gold["funders"])
    yield from _contacts(said, gold)
    yield from _quotes(said, gold)


def _single(field: str, name: str, said: Any, wanted: Any, typed: str | None = None, words: str = "") -> Iterator[Mend]:
    is_empty = said in (None, "")
    if wanted is None and is_empty:
        return
    if wanted is None or is_empty or not SCALARS[field](wanted, said):
        text = str(wanted or "") if typed is None else typed
        yield Mend(field, name, text, tuple(one for one in (words, text) if one))


def _when_and_where(said: WorkshopDetails, gold: dict[str, Any]) -> Iterator[Mend]:
    for field, name, day in (("start_date", "starts_on", said.starts_on), ("end_date", "ends_on", said.ends_on)):
        wanted = gold[field]
        typed = date.fromisoformat(wanted).strftime("%-d/%-m/%Y") if wanted else ""
        yield from _single(field, name, _iso(day), wanted, typed, gold["date_text"] or "")
    if said.duration_days != gold["duration_days"] and _days(gold) != gold["duration_days"]:
        yield from _single("duration_days", "duration_days", said.duration_days, gold["duration_days"])
    country = country_name(gold["country"], "en") if gold["country"] else ""
    yield from _single("country", "country_code", said.country_code, gold["country"], country)
    yield from _single("city", "city", said.city, gold["city"])
    yield from _single("venue", "venue", said.venue, gold["venue"])


def _iso(day: PartialDate | None) -> str:
    return date(day.year, day.month, day.day).isoformat() if day and day.month and day.day else ""


def _days(gold: dict[str, Any]) -> int | None:
    if not gold["start_date"] or not gold["end_date"]:
        return None
    return (date.fromisoformat(gold["end_date"]) - date.fromisoformat(gold["start_date"])).days + 1


def _project(gold: dict[str, Any]) -> str:
    name, acronym = gold["project"]["name"] or "", gold["project"]["acronym"] or ""
    return with_acronym(name, acronym) if name and acronym else name or acronym


def _name(named: Any) -> str:
    return with_acronym(named.name, named.acronym) if named.acronym else str(named.name)


def _agencies(said: WorkshopDetails, gold: dict[str, Any]) -> Iterator[Mend]:
    """Rows whose role alone is wrong are given the right one; one that is wrong is given a name that is missing; then
    what is missing comes, and what is too much goes. Nested words take each other's place by themselves.
    """
    lacking: list[tuple[str, str]] = []
    left: list[int] = []
    for field in ROLE_OF_GROUP:
        rows = [n for n, one in enumerate(said.agencies) if GROUP_OF_ROLE.get(one.role, "partners") == field]
        named = [_name(said.agencies[n].agency) for n in rows]
        wanted = [_wanted_name(one) for one in gold[field]]
        owner = pairs(wanted, named, LISTS[field])
        lacking += [(field, one) for i, one in enumerate(wanted) if i not in owner.values()]
        left += [n for place, n in enumerate(rows) if place not in owner]
    others = pairs([one for _field, one in lacking], [_name(said.agencies[n].agency) for n in left], LISTS["partners"])
    for place, i in others.items():
        field, row = lacking[i][0], left[place]
        yield Mend(field, f"agencies-{row}-role", ROLE_OF_GROUP[field])
    lacking = [one for i, one in enumerate(lacking) if i not in others.values()]
    left = [row for place, row in enumerate(left) if place not in others]
    for field, one in lacking:
        same = (row for row in left if GROUP_OF_ROLE.get(said.agencies[row].role, "partners") == field)
        row = next((row for row in same if not _is_nested(str(said.agencies[row].agency.name), one)), -1)
        if row < 0:
            role = (("role", str(ROLE_OF_GROUP[field])),)
            yield Mend(field, "agency_name", one, _ways_to_say(one), "agencies", others=role)
        else:
            left.remove(row)
            yield Mend("", f"agencies-{row}-agency_name", one, _ways_to_say(one))
    for row in left:
        was = str(said.agencies[row].agency.name)
        yield Mend("agencies", f"agencies-{row}-agency_name", rows="agencies", row=row, was=was)


def _is_nested(said: str, wanted: str) -> bool:
    return fold(said) in fold(wanted) or fold(wanted) in fold(said)


def _wanted_name(value: Any) -> str:
    if isinstance(value, str):
        return value
    name, acronym = value["name"] or "", value["acronym"] or ""
    return f"{name} ({acronym})" if name and acronym else name or acronym


def _ways_to_say(name: str) -> tuple[str, ...]:
    """A name as the text may have it: whole, without its acronym, or by that alone."""
    before, _bracket, acronym = name.removesuffix(")").partition(" (")
    return (name, before, acronym) if acronym else (name,)


def _rows(rows: str, field: str, name: str, said: list[str], gold: list[str]) -> Iterator[Mend]:
    """Rows that each have a name: a wrong one is given one that is missing, but not one nested in its own."""
    owner = pairs(gold, said, LISTS[field])
    left = [row for row in range(len(said)) if row not in owner and said[row]]
    lacking = [one for i, one in enumerate(gold) if i not in owner.values()]
    for one in lacking:
        row = next((row for row in left if not _is_nested(said[row], one)), -1)
        if row < 0:
            yield Mend(field, name, one, _ways_to_say(one), rows)
        else:
            left.remove(row)
            yield Mend("", f"{rows}-{row}-{name}", one, _ways_to_say(one))
    for row in left:
        yield Mend(field, f"{rows}-{row}-{name}", rows=rows, row=row, was=said[row])


def _lines(field: str, said: tuple[str, ...], gold: list[str]) -> Iterator[Mend]:
    """Several values in one control, each on a line or behind a comma: `item` is the one meant. What is missing comes
    first, since words that hold others are taken in their place.
    """
    owner = pairs(gold, said, LISTS[field])
    for i, one in enumerate(gold):
        if i not in owner.values():
            typed = country_name(one, "en") if field == "participant_countries" else one
            yield Mend(field, field, typed, _ways_to_say(typed), item=one)
    for j, one in enumerate(said):
        if j not in owner:
            yield Mend(field, field, item=one)


def _people(said: WorkshopDetails, gold: dict[str, Any]) -> Iterator[Mend]:
    audience = said.target_audience
    yield from _single("participants_description", "target_audience", audience, gold["participants_description"])
    yield from _lines("participant_countries", said.participant_countries, gold["participant_countries"])
    count, wanted = said.headcount, gold["participants_count"]
    if count.total != wanted:
        told = sum(one or 0 for one in (count.women, count.men, count.other))
        if wanted is None or told > wanted:
            for name in ("women", "men", "other", "unknown"):
                if getattr(count, name) is not None:
                    yield Mend(f"{name}_count", f"headcount_{name}")
        if wanted is not None and wanted >= told:
            yield Mend("participants_count", "headcount_unknown", str(wanted - told), (str(wanted),))
    if wanted is not None and gold["participants_qualifier"] != count.qualifier:
        yield Mend("participants_qualifier", "headcount_qualifier", gold["participants_qualifier"] or "exact")


def _experts(said: WorkshopDetails, gold: dict[str, Any]) -> Iterator[Mend]:
    """A country comes to an expert who has none yet, else into a row of its own."""
    named = [row.person.full_name if row.person else "" for row in said.experts]
    wanted = [one["name"] for one in gold["experts"]]
    yield from _rows("experts", "experts", "person_name", named, wanted)
    codes, lacking = set(gold["expert_countries"]), set(gold["expert_countries"])
    for row, one in enumerate(said.experts):
        if one.country_code and one.country_code not in codes:
            is_alone = not named[row] and not one.affiliation
            rows, number = ("experts", row) if is_alone else ("", None)
            yield Mend("expert_countries", f"experts-{row}-country_code", rows=rows, row=number, was=one.country_code)
        lacking.discard(one.country_code)
    free = [row for row, one in enumerate(said.experts) if not one.country_code]
    for number, code in enumerate(sorted(lacking)):
        country = country_name(code, "en")
        if number < len(free):
            words = tuple(country_name(code, language) for language in INTERFACE_LANGUAGES)
            yield Mend("", f"experts-{free[number]}-country_code", country, words)
        else:
            yield Mend("expert_countries", "country_code", country, (country,), "experts")


def _contacts(said: WorkshopDetails, gold: dict[str, Any]) -> Iterator[Mend]:
    """Contacts are one by any part; each part of a contact that is there is a value of its own."""
    wanted = [{**one, "email": email_address(one["email"])} for one in gold["contacts"]]
    rows = [{part: getattr(one, part) for part in CONTACT_PARTS} for one in said.contacts]
    owner = pairs(wanted, rows, lambda a, b: any(_same_part(part, a[part], b[part]) for part in CONTACT_PARTS))
    for row, one in enumerate(rows):
        if row not in owner:
            yield Mend("contacts", f"contacts-{row}-name", rows="contacts", row=row, was=str(one))
            continue
        gold_one = wanted[owner[row]]
        for part in CONTACT_PARTS:
            if bool(one[part]) != bool(gold_one[part]) or (
                gold_one[part] and not _same_part(part, gold_one[part], one[part])
            ):
                value = gold_one[part] or ""
                yield Mend("", f"contacts-{row}-{part}", value, (value,) if value else ())
    for i, gold_one in enumerate(wanted):
        if i not in owner.values():
            parts = [(part, str(gold_one[part])) for part in CONTACT_PARTS if gold_one[part]]
            (name, typed), *others = parts
            yield Mend("contacts", name, typed, (typed,), "contacts", others=tuple(others))


def _same_part(part: str, wanted: str | None, given: str) -> bool:
    return bool(wanted and given) and LISTS[f"contacts.{part}"](wanted, given)


def _quotes(said: WorkshopDetails, gold: dict[str, Any]) -> Iterator[Mend]:
    """Quotations are one by their first words; the speaker of one that is there is a value of its own."""
    wanted = [{**one, "speaker": None} for one in gold["quotes"]]
    rows = [{"text_start": one.text, "speaker": None} for one in said.quotes]
    owner = pairs(wanted, rows, LISTS["quotes"])
    for row, one in enumerate(said.quotes):
        if row not in owner:
            yield Mend("quotes", f"quotes-{row}-text", rows="quotes", row=row, was=one.text)
            continue
        speaker = gold["quotes"][owner[row]]["speaker"] or ""
        if bool(speaker) != bool(one.speaker_name) or (speaker and not LISTS["experts"](speaker, one.speaker_name)):
            yield Mend("", f"quotes-{row}-speaker_name", speaker, (speaker,) if speaker else ())
    for i, missing in enumerate(gold["quotes"]):
        if i not in owner.values():
            others = (("speaker_name", missing["speaker"]),) if missing["speaker"] else ()
            yield Mend("quotes", "text", missing["text_start"], (missing["text_start"],), "quotes", others=others)
