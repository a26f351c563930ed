"""Names of agencies: ministries, services, police forces, organisations, governments, banks, universities.

English names are runs of capital words round a head word ("Jamaica Customs Agency"). French and Spanish ones start
with the head and go on by prepositions and adjectives, often in small letters ("Agence mongolienne de l'immigration").
Acronyms count when the text introduces them after a name, or when they are on the list of known ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from workshops.domain.countries import find_country
from workshops.domain.towns import find_towns
from workshops.press.article import Article
from workshops.press.bodies_in_scripts import body_in_script_end, is_in_other_script
from workshops.press.english_names import english_name_end
from workshops.press.foreign_names import foreign_names
from workshops.press.latin_names import latin_name_end
from workshops.press.portfolios import over_portfolio, several_bodies
from workshops.press.spelled_names import MOST_SPELLED, is_spoken, is_written_as_acronym, spelled_out_end
from workshops.press.tokens import Token, capital_run
from workshops.press.words import Words, fold_in_place, is_in_any_language, known_names, worded

_ACRONYM = re.compile(r"\s?\(\s?((?:\d{1,3}\w{0,3} )?[A-Z][\w./&-]{0,13}\w(?: [A-Z][\w/-]{1,14}){0,2})\s?\)")
_REGION_BEFORE_ACRONYM = worded(
    lambda w: rf" {w.any_of('groups_of_states')} \(([A-Z][\w./&-]{{1,13}}(?: [A-Z][\w./-]{{0,14}})?)\)"
)
_STATE_BEFORE = re.compile(r"(?<![\w.])U\.(?:S|K|N)\. $")

_FOR = ("for", "without", "pour", "sans", "para", "sin")


@dataclass(frozen=True)
class AgencyMention:
    """One mention. `end` is after the name, `whole_end` after its acronym in brackets too."""

    start: int
    end: int
    whole_end: int
    name: str
    acronym: str | None
    is_certain: bool
    """False for a run of capitals that nothing but its place in a list of agencies can confirm."""

    @property
    def full_name(self) -> str:
        """The name as a plain string is written: with the acronym in brackets."""
        return f"{self.name} ({self.acronym})" if self.acronym else self.name


def find_agencies(article: Article, tokens: tuple[Token, ...], w: Words) -> tuple[AgencyMention, ...]:
    """All mentions in the order of the text, none inside another."""
    found: list[AgencyMention] = []
    foreign = foreign_names(tokens, w)
    lows = {token.low for token in tokens}
    heads = w.among(lows, "agency_heads") | w.among(lows, "agency_lower_heads") | w.mapping("singulars").keys()
    i = 0
    while i < len(tokens):
        if not (tokens[i].is_capital or tokens[i].is_acronym or tokens[i].low in heads or i in foreign):
            i += 1
            continue
        if several := several_bodies(tokens, i, w):
            found += [_part_of_several(tokens, *part) for part in several]
            i = several[-1][1]
            continue
        j, is_certain = _agency_end(tokens, i, w)
        foreign_end, own = foreign.get(i, (i, w))
        if foreign_end > j:
            j, is_certain = foreign_end, True
        if j <= i:
            i += 1
            continue
        j = over_portfolio(tokens, i, j, own if foreign_end == j else w)
        mention = _mention(article, tokens, i, j, is_certain, w)
        if find_country(mention.name) is None or _is_kingdom(mention.name):
            found.append(mention)
        while i < len(tokens) and tokens[i].start < mention.whole_end:
            i += 1
    return _with_defined_acronyms(tuple(found))


def _is_kingdom(name: str) -> bool:
    """Whether the name of a country says that it is one of a king or prince, as bodies do: "Royaume du Maroc"."""
    return name[0].isupper() and is_in_any_language(fold_in_place(name.split()[0]), "kingdoms")


def _part_of_several(tokens: tuple[Token, ...], first: int, end: int, name: str) -> AgencyMention:
    return AgencyMention(tokens[first].start, tokens[end - 1].end, tokens[end - 1].end, name, None, True)


def _agency_end(tokens: tuple[Token, ...], i: int, w: Words) -> tuple[int, bool]:
    """The place after the last token of the agency that starts at i, or i; and whether it surely is one."""
    token = tokens[i]
    if not token.is_word or token.is_acronym and w.has(token.low, "kinds_of_body"):
        return i, False
    if is_in_other_script(token.written):
        return body_in_script_end(tokens, i), True
    if not (token.is_capital or token.is_acronym or w.has(token.low, "agency_heads", "agency_lower_heads")):
        return i, False
    known = known_names().longest_at(tokens, i)
    called = _called_by_its_kind(tokens, i, w)
    end = english_name_end(tokens, i, w) if w.language == "en" else _latin_end(tokens, i, w)
    end = max(end, spelled_out_end(tokens, i, w), called)
    if end > i + known:
        return end, True
    if token.is_acronym and token.low.endswith("'s") and w.language == "en":
        return _own_facility(tokens, i, w), True
    if known and i and tokens[i - 1].is_capital and w.has(tokens[i - 1].low, "named_houses") and w.language != "en":
        return i, False  # "Edificio Mercosur"
    if known and (token.is_capital or w.has(token.low, "agency_lower_heads")):
        return _with_place(tokens, i + known), True
    if token.is_acronym and not token.low[0].isdigit() and not _is_in_brackets(tokens, i):
        has_article = i > 0 and w.has(tokens[i - 1].low, "determiners") and len(token.low) > 2
        is_town = len(token.low) > 3 and find_towns(token.low)
        if not has_article and (is_town or len(token.low) > 2 and _is_family_name(tokens, i, w)):
            return i, False  # a date line in capitals: "NAIROBI, 3 May"; "Colonel Awa SARR"
        return _with_place(tokens, i + 1), has_article and not w.has(token.low, "not_acronyms", "event_tot")
    return i, False


def _is_family_name(tokens: tuple[Token, ...], i: int, w: Words) -> bool:
    """Whether capitals are the family name of somebody: given names before them, and before those a title or comma."""
    k = i - 1
    while k > 0 and i - k < 4 and tokens[k].is_capital and _is_given(tokens, k, w):
        k -= 1
    if k == i - 1 or k < 0 or tokens[k + 1].is_acronym:
        return False
    if tokens[k].low == ")" and k > 2 and w.has(tokens[k - 1].low, "ranks_cut_short"):
        k -= 3  # "le Lieutenant-colonel (er) Mamadou DIABATE"
    is_titled = (
        w.has(tokens[k].low, "personal_titles") or tokens[k].low == "." and w.has(tokens[k - 1].low, "personal_titles")
    )
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    return is_titled or tokens[k].low in (",", ":") and after in (",", ".", ";", ":", "(")


def _is_given(tokens: tuple[Token, ...], k: int, w: Words) -> bool:
    """Whether a capital word can be a given name: close to the word after it and none that heads a name of a body."""
    other = w.has(tokens[k].low, "agency_heads", "personal_titles", "project_heads", "legal_heads", "kinds_of_body")
    return tokens[k + 1].start - tokens[k].end == 1 and not other


def _called_by_its_kind(tokens: tuple[Token, ...], i: int, w: Words) -> int:
    """The end of a name that a word for its kind stands before: "l'ONG américaine Equal Access"; else i."""
    if (
        not tokens[i].is_capital
        or tokens[i].is_acronym
        or w.has(tokens[i].low, "months", "weekdays", "personal_titles")
    ):
        return i
    k = i - 1
    while (
        k >= 0
        and i - k < 4
        and not tokens[k].is_capital
        and not w.has(tokens[k].low, "kinds_of_body")
        and (w.has(tokens[k].low, "adjective") or w.has(tokens[k].low, "negations"))
    ):
        k -= 1  # "la organización no gubernamental Tierra Viva"
    is_called = k >= 0 and w.has(tokens[k].low, "kinds_of_body") and tokens[i].start - tokens[i - 1].end == 1
    run = len(capital_run(tokens[i : i + MOST_SPELLED])) if is_called else 0
    if run <= tokens[i].is_acronym:
        return i
    more = tokens[i + run : i + run + 2]
    if len(more) == 2 and more[0].low in _FOR and more[1].is_capital and not more[1].is_acronym:
        return i + run + 2  # "its partner Physicians for Peace"
    # "l'ONG Enfance et Droits"
    is_whole = (
        len(more) == 2 and is_in_any_language(more[0].low, "and") and more[1].is_capital and not more[1].is_acronym
    )
    return i + run + (2 if is_whole and not w.has(more[1].low, "agency_heads") else 0)


def _latin_end(tokens: tuple[Token, ...], i: int, w: Words) -> int:
    """As `latin_name_end`, but no name starts inside a run of capitals: "Luz Marina Quispe" is a person."""
    before = tokens[i - 1] if i else None
    if before is not None and w.has(f"{before.low} {tokens[i].low}", "no_body"):
        return i  # "en compagnie de"
    is_inside = (
        before is not None
        and before.is_capital
        and not before.is_acronym
        and before.end + 1 == tokens[i].start
        and not w.has(before.low, "agency_heads", "determiners", "function_words", "clause_prepositions", "said")
    )
    return i if is_inside else latin_name_end(tokens, i, w)


def _own_facility(tokens: tuple[Token, ...], i: int, w: Words) -> int:
    """The end of "IOM's 1035 facility", or of the acronym alone."""
    j = i + 1
    while j < len(tokens) and j - i < 4 and tokens[j].is_word and not w.has(tokens[j].low, "agency_heads"):
        j += 1
    is_facility = (
        j < len(tokens) and j > i + 1 and w.has(tokens[j].low, "agency_heads") and tokens[i + 1].low[0].isdigit()
    )
    return j + 1 if is_facility else i + 1


def _is_in_brackets(tokens: tuple[Token, ...], i: int) -> bool:
    return i > 0 and tokens[i - 1].low == "(" and i + 1 < len(tokens) and tokens[i + 1].low == ")"


def _with_place(tokens: tuple[Token, ...], j: int) -> int:
    """An acronym and the country or town of its office: "OIM Maroc", "DCAF Banjul"."""
    for size in (3, 2, 1):
        part = tokens[j : j + size]
        if len(part) < size or not all(t.is_capital and not t.is_acronym for t in part):
            continue
        if any(b.start - a.end != 1 for a, b in zip(tokens[j - 1 :], part, strict=False)):
            continue
        name = " ".join(t.low for t in part)
        after = tokens[j + size : j + size + 1]
        if after and after[0].is_capital and not after[0].is_acronym and after[0].start == part[-1].end + 1:
            continue  # a person: "les experts de l'OIM Awa Sow"
        if find_country(name) or find_towns(name) or is_in_any_language(name, "world_regions"):
            return j + size
    return j


def _mention(article: Article, tokens: tuple[Token, ...], i: int, j: int, is_certain: bool, w: Words) -> AgencyMention:
    start, end = tokens[i].start, tokens[j - 1].end
    state = _STATE_BEFORE.search(article.text, max(0, start - 8), start)
    start = state.start() if state else start
    name = article.text[start:end]
    if name.endswith(("'s", "’s")):
        end -= 2
        name = article.text[start:end]
    bracket = _ACRONYM.match(article.text, end)
    region = _REGION_BEFORE_ACRONYM(w.language).match(article.text, end) if bracket is None else None
    if region is not None and region.group(1)[0] == name[0]:
        return AgencyMention(start, end, region.end(), name, region.group(1), True)
    is_acronym = bracket is not None and (
        is_written_as_acronym(bracket.group(1)) or is_spoken(bracket.group(1), tokens[i:j], w)
    )
    acronym = bracket.group(1) if bracket and is_acronym else None
    if bracket is not None and acronym is not None:
        return AgencyMention(start, end, bracket.end(), name, acronym, True)
    return AgencyMention(start, end, end, name, None, is_certain)


def _with_defined_acronyms(mentions: tuple[AgencyMention, ...]) -> tuple[AgencyMention, ...]:
    """A lone acronym is certain when the text gives it to an agency anywhere."""
    defined = {m.acronym for m in mentions if m.acronym}
    return tuple(
        replace(m, is_certain=True) if not m.is_certain and m.name.split()[0] in defined else m for m in mentions
    )
