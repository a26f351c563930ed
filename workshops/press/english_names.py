"""How far an English name of an agency goes: a run of capital words and connecting words that holds a head word."""

from __future__ import annotations

from workshops.domain.countries import find_country
from workshops.domain.demonyms import demonym_forms
from workshops.domain.towns import find_towns
from workshops.press.english_people import (
    bare,
    has_initial,
    is_holder,
    is_person_of,
    is_titled_person,
    opens_person,
    over_initial,
    written,
)
from workshops.press.tokens import Token
from workshops.press.words import Words, is_foreign_head, worded

_MOST_TOKENS = 24
_ADJECTIVE = worded(lambda w: rf"\w+{w.any_of('ends_of_adjectives')}")


def english_name_end(tokens: tuple[Token, ...], i: int, w: Words) -> int:
    """The place after the last token of the name that starts at token i, or i if none starts there.

    "Ministry of Religious Affairs and Culture", "Jamaica Customs Agency", "General Prosecutor's Office". The head
    stands before the first "of": "Alan Whitcombe of the Border Force" is a person and, later, an agency. A verb ends it
    in headlines that write every word with a capital: "Expert Mission Helps Customs Train".
    """
    if not tokens[i].is_capital or w.has(tokens[i].low, "not_agency_start", "number_words"):
        return i
    if _is_owner(tokens[i]):
        return _lower_body_end(tokens, i, w)
    if tokens[i + 1 : i + 2] and w.has(f"{tokens[i].low} {tokens[i + 1].low}", "national_law_on"):
        return i  # "Law on Customs"
    end = _over_list(tokens, i, w)
    has_head = w.has(bare(tokens[i]), "agency_heads")
    while end < len(tokens) and end - i < _MOST_TOKENS and not w.has(tokens[end].low, "headline_verbs"):
        if tokens[end].low == "and" and _are_countries(tokens, i, end):
            break
        if has_head and (has_initial(tokens, end) or is_holder(tokens, i, end, w)):
            break
        step = _step(tokens, end, w, has_head=has_head) or _over_acronym(tokens, end, w)
        step = (
            step
            or (0 if has_head else _over_and(tokens, i, end, w) or over_initial(tokens, end))
            or _over_owned(tokens, i, end, w)
        )
        if not step:
            break
        has_head = has_head or w.has(bare(tokens[end + step - 1]), "agency_heads")
        end += step
    if end == i + 1 and (lower := _lower_body_end(tokens, i, w)) > end:
        return lower
    first_of = next((k for k in range(i, end) if tokens[k].low in ("of", "for", "to", "against")), end)
    heads = [k for k in range(i, first_of) if w.has(bare(tokens[k]), "agency_heads")]
    if not heads or _is_function(tokens, i, first_of, w):
        return i
    is_object = tokens[end - 2].low in ("in", "of", "for", "the")  # "Academy of Magistrates"
    is_object = (
        is_object or bare(tokens[i]) == "office" and tokens[i + 1].low == "of"
    )  # "Office of the Special Prosecutor"
    if tokens[end - 1].low == "training" and first_of < end:  # "Ministry of Education and Training"
        is_object = is_object or any(w.has(t.low, "and") for t in tokens[first_of:end])
    is_object = is_object or first_of == i + 1 and w.has(tokens[i].low, "associations")  # "Union of Teachers"
    is_object = is_object or any(w.has(t.low, "people_nouns") for t in tokens[first_of + 1 : end - 1][:1])
    behind = tokens[end : end + 2]  # "Office for the Protection of Refugees and Stateless Persons (OFPRA)"
    is_object = is_object or first_of < end and len(behind) == 2 and behind[0].low == "(" and behind[1].is_acronym
    if not is_object and _is_something_else(tokens[end - 1], w) or _is_something_else(tokens[first_of - 1], w):
        return i
    is_weak = w.has(bare(tokens[i]), "agency_weak_heads") and (end == i + 1 or tokens[i + 1].low in ("in", "at"))
    return i if is_weak and not _is_of_a_state(tokens, i) else end


def _is_of_a_state(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether "U.S." stands before, which is read with the body: "the U.S. Embassy in Minsk"."""
    return i > 1 and tokens[i - 1].low == "." and tokens[i - 2].low in ("u.s", "u.k", "u.n")


def _over_list(tokens: tuple[Token, ...], i: int, w: Words) -> int:
    """The place after a comma and the word behind it where "the X, Y and Z Police" begins at i; else i + 1."""
    part = tokens[i : i + 6]
    begins = i > 0 and tokens[i - 1].low == "the" and len(part) == 6 and (part[1].low, part[3].low) == (",", "and")
    things = (part[0], part[2], part[4]) if begins else ()
    is_list = begins and all(
        t.is_capital and not t.is_acronym and find_country(t.written) is None and not w.has(bare(t), "agency_heads")
        for t in things
    )
    return i + 3 if is_list and part[5].is_capital and w.has(bare(part[5]), "agency_heads") else i + 1


def _is_owner(token: Token) -> bool:
    """Whether a country or people stands in the genitive: "Georgia's National Food Agency" names the latter."""
    return token.low.endswith("'s") and find_country(token.written[:-2]) is not None


def _over_acronym(tokens: tuple[Token, ...], k: int, w: Words) -> int:
    """How many tokens an acronym inside a name takes with the head after it: "African Union (AU) Commission"."""
    inside = tokens[k : k + 4]
    return (
        4
        if len(inside) == 4
        and (inside[0].low, inside[2].low) == ("(", ")")
        and inside[1].is_acronym
        and inside[3].is_capital
        and w.has(bare(inside[3]), "agency_heads")
        and not w.has(inside[3].low, "project_heads")
        else 0
    )


def _over_and(tokens: tuple[Token, ...], i: int, k: int, w: Words) -> int:
    """2 where "and" stands inside a name that a country opens, or the word for its reach; else 0.

    "United States Fish and Wildlife Service", "European Border and Coast Guard Agency".
    """
    joins = k + 1 < len(tokens) and tokens[k].low == "and" and tokens[k + 1].is_capital and not tokens[k + 1].is_acronym
    opening = next((n for n in (k - 1, k - 2, k - 3) if n > i and find_country(written(tokens[i:n]))), None)
    people = ("people_nouns",) if tokens[k - 1].low.endswith("s") else ()  # not of "National Youth and Sports Council"
    is_thing = not w.has(tokens[k - 1].low, "function_title_words", *people)
    is_opened = opening is not None or k == i + 2 and is_thing and w.has(tokens[i].low, "opens_body")
    return 2 if joins and is_opened and find_country(written(tokens[i:k])) is None else 0


def _over_owned(tokens: tuple[Token, ...], i: int, k: int, w: Words) -> int:
    """2 where "and" joins words that no head stands among behind a genitive: "Europe's Crime and Justice Division"."""
    owner = next((n for n in range(k - 1, max(k - 5, i - 1), -1) if tokens[n].low.endswith("'s")), None)
    joins = k + 2 < len(tokens) and w.has(tokens[k].low, "and") and all(t.is_capital for t in tokens[k + 1 : k + 3])
    if (
        owner is None
        or owner == k - 1
        or not joins
        or any(w.has(bare(t), "agency_heads") for t in tokens[owner + 1 : k])
    ):
        return 0
    behind = tokens[k + 1 : k + 4]
    return 2 if any(t.is_capital and w.has(bare(t), "agency_heads") for t in behind) else 0


def _are_countries(tokens: tuple[Token, ...], i: int, k: int) -> bool:
    """Whether "and" at k stands between two countries: "the Dominican Republic and Panama"."""
    behind = tokens[k + 1 : k + 2]
    is_whole = find_country(written(tokens[i : k + 2])) is not None  # "Trinidad and Tobago"
    return not is_whole and bool(behind and find_country(written(tokens[i:k])) and find_country(behind[0].written))


def _lower_body_end(tokens: tuple[Token, ...], i: int, w: Words) -> int:
    """The end of a body of a state in small letters: "the Japanese government", "the Australian aid programme"."""
    if tokens[i].low not in demonym_forms() and not _is_owner(tokens[i]) and not w.has(tokens[i].low, "short_states"):
        return i
    for size in (3, 2, 1):
        body = tokens[i + 1 : i + 1 + size]
        if (
            len(body) == size
            and not any(t.is_capital for t in body)
            and w.has(" ".join(t.low for t in body), "lower_bodies")
        ):
            return i + 1 + size
    return i


def _is_something_else(last: Token, w: Words) -> bool:
    """Whether the last word says that the run names a project, a law, an event or a person's function."""
    is_other = w.has(
        last.low, "project_heads", "legal_heads", "people_nouns", "event_training_course", "event_workshop"
    )
    return is_other and not w.has(last.low, "agency_heads", "portfolio_words")


def _is_function(tokens: tuple[Token, ...], i: int, first_of: int, w: Words) -> bool:
    """Whether what stands before "of" is a person's function: "Deputy Minister", "IOM's Chief of Mission"."""
    if any(w.has(bare(t), "function_title_words") for t in tokens[i + 1 : first_of]) and first_of - i <= 4:
        last_word = bare(tokens[first_of - 1])
        return w.has(last_word, "function_title_words") and not w.has(last_word, "agency_heads")
    has_head = any(w.has(bare(t), "agency_heads") for t in (tokens[first_of - 1], tokens[min(i + 1, first_of - 1)]))
    return w.has(tokens[i].low, "personal_titles") and not has_head


def _step(tokens: tuple[Token, ...], k: int, w: Words, *, has_head: bool) -> int:
    """How many tokens more belong to the name: 1 for a capital word, more for connecting words and a capital one."""
    token = tokens[k]
    if not token.is_word or token.start - tokens[k - 1].end > 1:
        return 0
    if token.is_capital:
        is_after_function = token.is_acronym and w.has(tokens[k - 1].low, "plain_functions")  # "Officer UNODC"
        return 0 if has_head and opens_person(tokens, k, w) or is_after_function else 1
    is_small = w.has(token.low, "name_connectors") or has_head and w.has(token.low, "place_connectors", "below")
    if not is_small:
        return 0
    following = k + 1
    if following < len(tokens) and tokens[following].low == "the":
        following += 1
    if following >= len(tokens) or not tokens[following].is_capital or not tokens[following].is_word:
        return 0
    is_seat = w.has(tokens[k - 1].low, "seats_of_bodies") and tokens[k - 2].is_acronym  # "OSCE Centre in Bishkek"
    is_seat = is_seat or w.has(tokens[k - 1].low, "nouns_with_in")
    is_seat = is_seat or token.low == "in" and _is_in_acronym(tokens, following)
    if token.low in ("in", "to") and not w.has(bare(tokens[k - 1]), "place_heads") and not is_seat:
        return 0
    if token.low == "and" and following == k + 1 and (more := _service(tokens, k, w)):
        return 1 + more
    opens_name = not has_head and following == k + 1 and _is_lone_word(tokens, k - 1)
    if (
        token.low in ("and", "&")
        and not opens_name
        and _begins_another(tokens, following, w, has_article=following > k + 1)
    ):
        return 0
    is_whole = w.has(bare(tokens[k - 1]), "agency_heads") or tokens[k - 2].low == "of" and _is_place(tokens[k - 1])
    if token.low == "and" and following > k + 1 and is_whole:
        return 0  # "the Police Force and the Revenue and Customs Service", "University of Wellington and the Bank"
    if token.low == "under" and not (has_head and _is_parent(tokens, following, w)):
        return 0
    if token.low == "and" and _may_end(tokens[k - 1], w) and is_person_of(tokens, following, w):
        return 0
    return following - k + 1


def _is_parent(tokens: tuple[Token, ...], k: int, w: Words) -> bool:
    """Whether another body is named at k, and not a project: "the European Union under the BEVAC programme"."""
    is_project = any(w.has(t.low, "project_heads") for t in tokens[k + 1 : k + 2])
    return not is_project and _begins_another(tokens, k, w, has_article=True)


def _is_in_acronym(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether the word at k gives the last letter of an acronym in brackets: "... for Democracy in Africa (EISA)"."""
    behind = tokens[k + 1 : k + 3]
    return len(behind) == 2 and behind[0].low == "(" and behind[1].is_acronym and behind[1].low[-1] == tokens[k].low[0]


def _is_place(token: Token) -> bool:
    return find_country(token.written) is not None or bool(find_towns(token.low))


def _service(tokens: tuple[Token, ...], k: int, w: Words) -> int:
    """How many words behind "and" at k say with those before it what a body is for: "of Health and Medical Services".

    The last of one or two, which nothing but a country's name may follow; 0 where another body is named.
    """
    of = next((n for n in range(k - 2, max(k - 5, 0), -1) if not tokens[n].is_capital), 0)
    if not w.has(tokens[of].low, "of") or not w.has(tokens[of - 1].low, "agency_heads"):
        return 0
    for size in (1, 2):
        name, after = tokens[k + 1 : k + 1 + size], tokens[k + 1 + size : k + 2 + size]
        if len(name) < size or not all(t.is_capital and not t.is_acronym for t in name):
            return 0
        is_end = not after or not after[0].is_capital or after[0].start > name[-1].end + 1
        if is_end and w.has(name[-1].low, "portfolio_words"):
            return size
        if w.has(name[-1].low, "agency_heads") or find_country(name[0].written):
            return 0
    return 0


def _is_lone_word(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether one plain capital word stands at k, which alone names no body: "Food" in "Food and Agriculture"."""
    goes_before = k > 0 and tokens[k - 1].is_capital and tokens[k - 1].end + 1 == tokens[k].start
    return not goes_before and not tokens[k].is_acronym and find_country(tokens[k].written) is None


def _begins_another(tokens: tuple[Token, ...], k: int, w: Words, *, has_article: bool) -> bool:
    """Whether what follows "and" is a name of its own: an acronym, a person, or a run with a head word of its own."""
    if tokens[k].is_acronym or w.has(tokens[k].low, "honorifics") or is_titled_person(tokens, k, w):
        return True
    if has_article and not w.has(tokens[k].low, "agency_heads") and is_foreign_head(tokens[k].low, w):
        return True  # "the Government of Japan and the Fonds central"
    if _ADJECTIVE(w.language).fullmatch(tokens[k - 2].low):  # "Economic and Social Commission"
        return False
    if any(t.is_acronym for t in tokens[k : k + 2] if t.is_capital):
        return True
    j = k
    while j < len(tokens) and (tokens[j].is_capital or tokens[j].low in "()") and j - k < 10:
        if w.has(bare(tokens[j]), "agency_heads"):
            is_lone_word = j == k and not has_article and not _goes_on(tokens, j)
            return not (is_lone_word and w.has(tokens[j].low, "agency_weak_heads"))
        j += 1
    return j == k + 1 and _ends_with_head(tokens, k - 2, w) and not w.has(tokens[k].low, "portfolio_words")


def _ends_with_head(tokens: tuple[Token, ...], k: int, w: Words) -> bool:
    """Whether a name without "of" ends with its head at k, so that "and" joins another: "World Bank and Interpol"."""
    first = k
    while first > 0 and tokens[first - 1].is_capital and tokens[first - 1].end + 1 == tokens[first].start:
        first -= 1
    is_behind_of = first > 0 and w.has(tokens[first - 1].low, "name_connectors")
    return first < k and not is_behind_of and w.has(bare(tokens[k]), "agency_heads")


def _may_end(token: Token, w: Words) -> bool:
    """Whether a body's name may end here: with a head, or with its country ("Wildlife Institute of India")."""
    return w.has(bare(token), "agency_heads") or find_country(token.written) is not None


def _goes_on(tokens: tuple[Token, ...], j: int) -> bool:
    return j + 1 < len(tokens) and (tokens[j + 1].low == "of" or tokens[j + 1].is_capital)
