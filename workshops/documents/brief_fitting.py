"""How a brief is set so that it takes two pages at most, by a rough count of lines.

What is long is set in smaller type first. Where that is not enough, each part may take so many lines: the longest give
way first, and each says what it leaves out and where that is found. Who, when, where, how many and who pays stay.
"""

from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import product, zip_longest
from typing import Any

from workshops.documents.both import Both, Languages, as_tuple, spoken
from workshops.documents.brief_context import BriefContext, ExpertLine, FunderLine, SourceLine
from workshops.documents.pages import MOST_PAGES
from workshops.documents.people_chart import people_by_kind
from workshops.documents.shortening import first_of, lines_of, shortened
from workshops.domain.countries import country_name
from workshops.domain.offices import FUNDER
from workshops.labels import label

MANY_LOGOS = 7
"""So many are smaller where the brief is dense; six stand beside each other, else three (in mm as in brief.css)."""
SMALLER = 0.86
"""The height of a line of the facts, in lines of the story."""
HEADING, ITEM = 2.6, 0.3
"""Lines that a heading and the space after an item take."""
WORTH_IT = 5
"""Lines that have to be saved for agencies to stand elsewhere than with the facts, where they are looked for."""
CONTACT = "name\norganisation\ntelephone\naddress"
"""The lines of a contact; three stand beside each other."""
PAGES = MOST_PAGES
TIGHT = 9
"""Where no part may take more lines than so many, names are short too."""
NAMES = (
    "name", "affiliation", "organisation", "email", "speaker_name", "speaker_title", "headline", "publisher", "url",
)  # fmt: skip
"""Of lines of the context."""
SURE, NEAR = 0.95, 1.4
"""Shares of its pages by this count, which is rather too high: up to the first a brief surely fits; up to the second it
is laid out to see whether it does."""
MOST_NEAR = 15
"""Settings between these; four of them are laid out, and the tightest if none fits."""


@dataclass(frozen=True)
class Setting:
    """The type of a brief: the widths of facts and story in ems, lines on a page; and how many a part may take."""

    is_dense: bool = False
    most: int | None = None

    @property
    def style(self) -> str:
        """Its classes in brief.css."""
        return " dense tight" if self == SETTINGS[-1] else " dense" if self.is_dense else ""

    @property
    def side(self) -> float:
        """The width of the facts."""
        return 19.0 if self.is_dense else 18.0

    @property
    def main(self) -> float:
        """The width of the story."""
        return 36.0 if self.is_dense else 32.0

    @property
    def on_a_page(self) -> int:
        """Lines of the story."""
        return 62 if self.is_dense else 54


SETTINGS = (
    Setting(),
    Setting(is_dense=True),
    *(Setting(True, most) for most in (*range(120, 60, -6), *range(60, 36, -3), *range(36, 20, -2), *range(20, 0, -1))),
)
"""From the roomiest to the tightest."""


@dataclass(frozen=True)
class Arrangement:
    """Where those parts stand for which both columns have a place; else agencies and experts follow the story.

    What closes the brief stands beside the facts where these go on below the story, else below both.
    """

    agencies_aside: bool = True
    experts_aside: bool = True
    closing_beside: bool = False


@dataclass(frozen=True)
class Fitted:
    """A brief in a setting. `agencies` are roles with names and how many are left out; `more` counts that of the rest
    by its field in the context; `cut` are the fields of texts that are not whole."""

    setting: Setting
    context: BriefContext
    agencies: list[tuple[str, list[str], int]]
    more: Counter[str] = field(default_factory=Counter)
    cut: frozenset[str] = frozenset()


def settings(context: BriefContext, languages: Languages) -> list[tuple[Fitted, Arrangement]]:
    """The settings to try, from the roomiest that may fit; the last of them fits whatever a record says."""

    @cache
    def share(setting: Setting) -> float:
        return arranged(fitted(context, setting), languages)[1] / (PAGES * setting.on_a_page)

    roomiest = SETTINGS[:1]
    if share(SETTINGS[0]) > SURE:
        first, sure = (bisect(SETTINGS[:-2], -most, key=lambda setting: -share(setting)) for most in (NEAR, SURE))
        near = SETTINGS[first : sure + 1]
        roomiest = (*near[:: -(-len(near) // MOST_NEAR)], SETTINGS[-1])
    made = [fitted(context, setting) for setting in roomiest]
    return [(each, arranged(each, languages)[0]) for each in made]


def fitted(context: BriefContext, setting: Setting) -> Fitted:
    """The brief with no more lines in any of its parts than the setting allows."""
    most, main, side = setting.most, setting.main, setting.side
    if most is None:
        return Fitted(setting, context, [(role, names, 0) for role, names in context.agencies_by_role])
    few = max(2, most // 2)

    def beside(text: str) -> float:
        return lines_of(spoken(text), side)

    def below(text: str) -> float:
        return lines_of(spoken(text), main)

    def short(text: str, lines: int, width: float = main) -> str:
        return shortened(text, width, lines)

    def short_name(text: str, width: float = main) -> str:
        return _briefly(text, width, min(most, 2)) if most <= TIGHT else text

    def short_line(line: Any, width: float = main) -> Any:
        """One of the lines of the context with its names short; an address is whole or is left out."""
        names = {name: short_name(getattr(line, name), width) for name in NAMES if hasattr(line, name)}
        addresses = {name: "" for name in ("url", "email") if getattr(line, name, "") != names.get(name, "")}
        return replace(line, **names | addresses)

    quotes = [short_line(quote) for quote in context.quotes[: max(1, most // 4)]]
    quoted = [replace(quote, text=short(quote.text, max(3, most // len(quotes)), 0.75 * main)) for quote in quotes]
    experts = [short_line(line, side) for line in context.experts]
    funders = [
        replace(line, grant_reference=short_name(line.grant_reference, main / 2))
        for line in map(short_line, context.funders)
    ]
    sources = [short_line(line) for line in context.sources]
    kept: dict[str, Any] = {
        "experts": first_of(experts, 1.5 * most, lambda line: beside(_expert(line))),
        "topics": first_of([*map(short_name, context.topics)], few, lambda topic: (2 + len(spoken(topic)) / 2) / main),
        "legal_references": first_of([*map(short_name, context.legal_references)], few, below),
        "funders": first_of(funders, 2 * most, lambda line: below(line.name), least=8),
        "contacts": first_of([short_line(line, side) for line in context.contacts], most, lambda line: 2),
        "sources": first_of(sources, few, lambda line: below(_source(line))),
        "quotes": [quote for quote in quoted if quote.text],
    }
    more = Counter({name: len(getattr(context, name)) - len(items) for name, items in kept.items()})
    for name, lines in (("objectives", most), ("summary", 2 * most), ("target_audience", few)):
        kept[name] = short(getattr(context, name), lines)
    each = max(2, most // (len(kept["funders"]) or 1)) if setting is not SETTINGS[-1] else 0
    kept["funders"] = [
        replace(line, visibility_statement=shortened(line.visibility_statement, main, each, whole_sentences=True))
        for line in kept["funders"]
    ]
    kept["letterhead"] = replace(context.letterhead, contact=short(context.letterhead.contact, few))
    named = [  # those who pay stand with what they gave
        (role, [short_name(name, side) for name in names]) for role, names in context.agencies_by_role if role != FUNDER
    ]
    said = replace(context, project=short_name(context.project), **kept)
    agencies = _of_each_role(named, 2 * most, beside)
    if setting is SETTINGS[-1]:  # told once for all roles
        more["agencies"] = sum(left_out for _role, _names, left_out in agencies)
    return Fitted(setting, said, agencies, more, _cut(context, said))


def _cut(context: BriefContext, said: BriefContext) -> frozenset[str]:
    """The fields of which what is said is not whole, whatever is left out."""

    def texts(of: BriefContext) -> dict[str, set[str]]:
        long = {name: {getattr(of, name)} for name in ("objectives", "summary", "target_audience")}
        stated = {funder.visibility_statement for funder in of.funders[: len(said.funders)]}
        return long | {"quotes": {quote.text for quote in of.quotes}, "funders": stated}

    whole = texts(context)
    return frozenset(name for name, kept in texts(said).items() if kept - whole[name])


def _briefly(text: str, width: float, lines: int) -> str:
    """A name in so many lines, or as it is where it has no place to be cut."""
    if isinstance(text, Both):
        return type(text)({language: _briefly(said, width, lines) for language, said in text.parts.items()})
    return shortened(text, width, lines) or shortened(text, width, 2 * lines) or text


def _of_each_role(by_role: list[tuple[str, list[str]]], most: int, needed: Any) -> list[tuple[str, list[str], int]]:
    """The first of each role, then the second of each, as long as there is room."""
    rounds = zip_longest(*([(role, name) for name in names] for role, names in by_role))
    in_turn = [pair for each in rounds for pair in each if pair]
    shown = first_of(in_turn, most, lambda pair: needed(pair[1]), least=len(by_role))
    kept = [(role, [name for of, name in shown if of == role], len(names)) for role, names in by_role]
    return [(role, names, of_all - len(names)) for role, names, of_all in kept]


def arranged(brief: Fitted, languages: Languages) -> tuple[Arrangement, float]:
    """The arrangement in which the longer of the columns is shortest, and about how many lines the brief takes."""
    context, several = brief.context, len(as_tuple(languages))
    side_width, main_width = brief.setting.side, brief.setting.main
    agencies = [name for _role, names, _more in brief.agencies for name in names], len(brief.agencies)
    experts = [_expert(line, several) for line in context.experts], 1
    people = people_by_kind(context.reach) if context.reach else []
    facts = 4.0 + (HEADING + 1.5 * several * (len(people) + 2) if people or context.planned else 0)
    story, closing = _lines(main_width, *_story(context)), _lines(main_width, *_closing(context))

    def lengths(agencies_aside: bool, experts_aside: bool) -> tuple[float, float]:
        side, main = facts, story
        for (texts, headings), is_aside in ((agencies, agencies_aside), (experts, experts_aside)):
            side += _lines(side_width, texts, headings * several) * is_aside
            main += _lines(main_width, texts, headings) * (not is_aside)
        return side * SMALLER, main

    tried = {places: lengths(*places) for places in product((True, False), repeat=2)}
    best = min(tried, key=lambda at: max(tried[at][0], tried[at][1] + closing) + WORTH_IT * (not at[0]))
    (agencies_aside, experts_aside), (side, main) = best, tried[best]
    at = Arrangement(agencies_aside, experts_aside, closing_beside=side > main)
    below = max(side, main + closing) if at.closing_beside else main + closing
    return at, _head(context, main_width) + below


def _head(context: BriefContext, width: float) -> float:
    where = ", ".join((context.venue, context.city))
    logos = len(context.letterhead.logos)
    band = -(-logos // 3) * context.letterhead.logo_height if logos < MANY_LOGOS else -(-logos // 6) * 12
    return (
        6
        + band / 4.5 * (logos > 1)
        + 1.8 * lines_of(spoken(context.title).replace(" / ", "\n"), 0.9 * width)
        + lines_of(where, width)
    )


def _expert(line: ExpertLine, several: int = 1) -> str:
    country = country_name(line.country_code, "en") if line.country_code else ""
    return f"{line.name}\n{label(line.role) * several}, {line.affiliation}, {country}"


def _story(context: BriefContext) -> tuple[list[str], int]:
    said = (context.objectives, context.summary, context.target_audience, " ".join(map(spoken, context.topics)))
    headed = list(filter(None, said))
    quotes = [quote.text for quote in context.quotes]
    return [*headed, *context.legal_references, *quotes], len([*headed, *context.legal_references[:1], *quotes])


def _closing(context: BriefContext) -> tuple[list[str], int]:
    funding = [context.project, *(_funder(line) for line in context.funders)]
    contacts = [context.letterhead.contact, *(CONTACT for _row in context.contacts[::3])]
    parts = [list(filter(None, part)) for part in (funding, contacts, [_source(line) for line in context.sources])]
    return [text for part in parts for text in part], sum(map(bool, parts))


def _funder(line: FunderLine) -> str:
    amount = f"{line.amount:,} {line.currency} · " if line.amount is not None else ""
    return f"{spoken(line.name)} · {amount}{line.grant_reference}\n{line.visibility_statement}"


def _source(line: SourceLine) -> str:
    return f"{line.headline}. {line.publisher}, {line.published_on or ''}. {line.url}"


def _lines(width: float, texts: Sequence[str], headings: int) -> float:
    """About how many lines texts and headings take in a column, of which the width is given in ems."""
    if not texts:
        return 0
    return sum(lines_of(spoken(text), width) for text in texts) + ITEM * len(texts) + HEADING * headings
