"""How far a French or Spanish name goes that starts with its head: "Département de la police maritime"."""

from __future__ import annotations

import re
from itertools import pairwise

from workshops.domain.countries import find_country
from workshops.domain.demonyms import demonym_forms
from workshops.press.tokens import Token
from workshops.press.words import Words, is_foreign_head, known_names

_MOST_TOKENS = 28
_HEADS_TO = ("commissariat", "delegation", "secretariat")
"""What is named by what it is appointed to: "Délégation générale à la sûreté nationale"."""
_ENDS_OF_VERBS = ("ó", "aron", "ieron", "èrent", "ait", "aient")
_NEVER_IN_HOUSES = (
    "function_words",
    "held",
    "begins",
    "ends",
    "not_adjective",
    "name_connectors",
    "determiners",
    "months",
)
_MOST_SMALL = 2
_SHORTEST_PLURAL = 5
_IN_CHARGE = ("charge", "chargee")
_SPECIAL = re.compile(r"specialisee?s?|especializad[oa]s?|experta?s?")


def latin_name_end(tokens: tuple[Token, ...], i: int, w: Words, heads: str = "agency_heads") -> int:
    """The place after the last token of the name whose head is token i, or i if there is no name.

    After the head come adjectives, capital words, and complements: preposition, article, noun and its adjectives.
    A head alone, or a head in small letters that nothing makes specific, is no name.
    """
    head = tokens[i]
    is_agency = heads == "agency_heads"
    if not w.has(head.low, heads):
        return i
    if is_agency and not head.is_capital and not w.has(head.low, "agency_lower_heads"):
        return i
    end = i + 1
    while end < len(tokens) and end - i < _MOST_TOKENS:
        step = _step(tokens, i, end, w) or (0 if is_agency else _step_of_house(tokens, i, end, w))
        if not step and heads == "project_heads" and head.is_capital and tokens[end].low in ("a", "au", "aux"):
            step = _complement(tokens, end, w)  # "Programme de résilience à la sécheresse"
        if not step:
            break
        end += step
    end -= end > i + 1 and tokens[end - 1].low == "aux"  # no adjective, where none of its words follow
    if is_agency:
        end = _over_enumeration(tokens, i, end, w)
    if end == i + 1 and (not head.is_capital or not is_agency or w.has(head.low, "agency_generic")):
        return i
    if is_agency and not head.is_capital and end == i + 2 and tokens[i + 1].low not in demonym_forms():
        return i
    if head.written in ("Secretaria", "secretaria"):  # the person; the body has an accent
        return i
    phrase = " ".join(t.low for t in tokens[i : min(end, i + 5)]).replace("' ", "'")
    if is_agency and not head.is_capital and w.pattern("not_agency").match(phrase):
        return i
    return end


def _step_of_house(tokens: tuple[Token, ...], i: int, k: int, w: Words) -> int:
    """How many tokens more the name of a building takes: whom it is named after, "Palais du 29 Juillet"."""
    if tokens[k].start - tokens[k - 1].end > 1:
        return 0
    if k == i + 1 and not tokens[k].is_capital and w.has(tokens[k].low, "venue_heads"):
        return 1  # "salón auditorio"
    following = tokens[k + 1] if k + 1 < len(tokens) else None
    if w.has(tokens[k].low, "house_articles") and (tokens[k].is_capital or k == i + 1):  # "Hôtel Le Geyser"
        is_proper = following is not None and following.is_capital and not w.has(following.low, "personal_titles")
        return 2 if is_proper else 0
    if following is not None and w.has(tokens[k].low, "name_joints"):  # "Hotel Miramar y Spa", "Centre Mère et Enfant"
        is_pair = k == i + 2 and following.is_capital and tokens[k - 1].is_capital
        is_other = w.has(following.low, "agency_heads", "venue_heads", "personal_titles", "name_connectors")
        return 2 if w.has(following.low, "house_annexes") or is_pair and not is_other else 0
    if k == i + 1 and _describes(tokens, k, w):
        return 1  # "coliseo cerrado Luis de Fuentes", "salón comunal de Nebaj"
    is_name = tokens[k].is_capital and not w.has(tokens[k].low, "personal_titles", "months", "weekdays")
    if is_name and k > i + 1 and not tokens[k - 1].is_capital:
        return 1
    day = tokens[k + 1 : k + 3]
    is_day = len(day) == 2 and day[0].low.rstrip("er").isdigit() and w.has(day[1].low, "months")
    return 3 if k == i + 1 and is_day and w.has(tokens[k].low, "name_connectors") else 0


def _describes(tokens: tuple[Token, ...], k: int, w: Words) -> bool:
    """Whether a word or two in small letters behind the noun of a building belong to its name."""
    for token in tokens[k : k + _MOST_SMALL + 1]:
        if token.is_capital or w.has(token.low, "name_connectors"):
            return token is not tokens[k]
        is_small = token.is_word and not token.low.isdigit()
        if not is_small or token.written.endswith(_ENDS_OF_VERBS) or w.has(token.low, *_NEVER_IN_HOUSES):
            return False
    return False


def purpose_end(tokens: tuple[Token, ...], w: Words) -> int:
    """How many tokens say a purpose from its first noun on: "lutte contre la traite des personnes"."""
    end = 1
    while end < len(tokens) and end < _MOST_TOKENS and (step := _step(tokens, 0, end, w)):
        end += step
    return end


def _over_enumeration(tokens: tuple[Token, ...], i: int, end: int, w: Words) -> int:
    """The end of a name with commas inside, known by its acronym: "Direction des lois, des arts et des jeux (DLAJ)".

    Another body may be part of it where the acronym has each of its letters: "Groupe d'appui aux brigades (GAB)".
    """
    k, has_body = end, False
    while (
        k < len(tokens) and k - end < 12 and (tokens[k].low == "," or tokens[k].is_word and not tokens[k].low.isdigit())
    ):
        if k > end and tokens[k].start - tokens[k - 1].end > 1:
            return end
        has_body = has_body or k > end and w.has(tokens[k].low, "agency_heads")
        k += 1
    opens_acronym = k + 2 < len(tokens) and k > end and tokens[k].low == "(" and tokens[k + 1].is_acronym
    is_one = not any(_is_body(t, w) for t in tokens[end:k])
    if opens_acronym and is_one and w.has(tokens[end].low, "name_joints") and _covers(tokens, i, end, k):
        return k
    if not opens_acronym or tokens[k + 1].low[0] != tokens[i].low[0]:
        return end
    if has_body:
        of_weight = (t.low[0] for t in tokens[i:k] if t.is_word and not w.has(t.low, "function_words"))
        return k if "".join(of_weight) == tokens[k + 1].low else end
    initials = iter(tokens[k + 1].low)
    places = {b.start for a, b in pairwise(tokens[i:k]) if w.has(a.low, "place_connectors")}  # "à Madagascar"
    is_spelled = all(t.low[0] in initials for t in tokens[i:k] if t.is_capital and t.start not in places)
    return k if tokens[end].low == "," or is_spelled else end


def _is_body(token: Token, w: Words) -> bool:
    return w.has(token.low, "agency_heads") and not w.has(token.low, "portfolio_words")


def _covers(tokens: tuple[Token, ...], i: int, joint: int, k: int) -> bool:
    """Whether the acronym behind k needs letters from both sides of "and": "... para el Desarrollo y la Cooperación
    (COSUDE)", in whichever order, and begins as one of the words does.
    """
    letters = [c for c in tokens[k + 1].low if c.isalpha()]
    first, second = ([t.low for t in part] for part in (tokens[i:joint], tokens[joint + 1 : k]))
    needs_both = any(c not in "".join(second) for c in letters) and any(c not in "".join(first[1:]) for c in letters)
    begins = any(word[0] == letters[0] for word in (*first, *second) if len(word) > _MOST_SMALL + 1)
    return begins and needs_both and all(c in "".join((*first, *second)) for c in letters)


def _step(tokens: tuple[Token, ...], i: int, k: int, w: Words) -> int:
    """How many tokens from k on belong to the name that starts at i."""
    token, last = tokens[k], tokens[k - 1]
    if token.start - last.end > 1:
        return 0
    if not token.is_word:
        return 0
    if token.low.isdigit():
        return 1 if k == i + 1 else 0
    if w.has(token.low, "name_connectors"):
        return _complement(tokens, k, w)
    if w.has(token.low, "name_joints"):
        is_state = find_country(" ".join(t.written for t in tokens[i:k])) is not None
        return 0 if is_state else _joined(tokens, i, k, w)  # "la République du Congo et Sao Tomé"
    if token.low in ("a", "au", "aux"):
        end = k + _complement(tokens, k, w)
        is_named_so = len(tokens) > end + 1 and tokens[end].low == "(" and tokens[end + 1].is_capital
        if tokens[i].low.endswith(_HEADS_TO) or is_named_so:  # "aux droits de l'homme", "au développement (Asdi)"
            return end - k
    if token.low in _IN_CHARGE and k + 1 < len(tokens) and tokens[k + 1].low in ("de", "du", "des", "d'"):
        duty = _complement(tokens, k + 1, w)  # "ministère chargé de la Pêche"
        return duty + 1 if duty else 0
    is_special = _SPECIAL.fullmatch(last.low) is not None  # "Unidad Especializada en Delitos Ambientales"
    if w.has(token.low, "place_connectors") and (is_special or w.has(tokens[i].low, "place_heads", "project_heads")):
        following = _after_article(tokens, k + 1, w)
        return following - k + 1 if following < len(tokens) and tokens[following].is_capital else 0
    if w.has(token.low, "determiners"):  # "Combatir la Trata": an infinitive and its object
        following = _after_article(tokens, k, w)
        takes_object = (
            last.low in ("todas", "todos", "toutes", "tous")
            or last.is_capital
            and last.low.endswith(("ar", "er", "ir"))
            and w.language == "es"
        )
        return following - k + 1 if takes_object and following < len(tokens) and tokens[following].is_capital else 0
    if token.is_capital:
        is_code = token.is_acronym and w.has(tokens[i].low, "legal_heads")  # "Cadre de normes SAFE"
        follows_small = not last.is_capital and not w.has(last.low, "adjective") and not is_code
        return 0 if follows_small and k > i + 1 else 1
    return int(_is_adjective(tokens, i, k, w))


def _is_adjective(tokens: tuple[Token, ...], i: int, k: int, w: Words) -> bool:
    """Whether a word in small letters describes the one before it; people only other people: "femmes juristes"."""
    low = tokens[k].low
    if w.has(low, "people_nouns") and not low.rstrip("s").endswith(("iere", "aire")):  # "Police douanière"
        return k > i + 1 and w.has(tokens[k - 1].low, "people_nouns")
    return not w.has(low, "not_adjective") and (w.has(low, "adjective") or low in demonym_forms())


def _after_article(tokens: tuple[Token, ...], k: int, w: Words) -> int:
    while k < len(tokens) and w.has(tokens[k].low, "determiners"):
        k += 1
    return k


def _complement(tokens: tuple[Token, ...], k: int, w: Words) -> int:
    """Preposition, articles and noun at k; 0 if what follows the preposition cannot belong to a name."""
    following = _after_article(tokens, k + 1, w)
    if following >= len(tokens) or not tokens[following].is_word or following - k > 3:
        return 0
    if w.has(tokens[following].low, "leading_adjectives") and following + 1 < len(tokens):
        following += 1
    noun = tokens[following]
    needs_article = tokens[k].low in ("pour", "para", "contre", "contra", "sobre")
    if needs_article and (following == k + 1 and not noun.is_capital or w.has(tokens[k + 1].low, "indefinite")):
        return 0  # "financé par l'Union pour une durée de trois ans"
    if noun.low.isdigit() or (
        w.has(noun.low, "months", "number_words", "not_adjective", "weekdays") and not noun.is_capital
    ):
        return 0
    if tokens[following].start - tokens[k].end > 16:
        return 0
    is_event = (
        w.has(noun.low, "event_workshop", "event_seminar") or w.has(noun.low, "people_nouns") and not noun.is_capital
    )
    return 0 if is_event and not _is_people_complement(tokens, following, w) else following - k + 1


def _is_people_complement(tokens: tuple[Token, ...], k: int, w: Words) -> bool:
    """People as what an agency is for: "des femmes", "de los trabajadores", "Sindicato de enfermeras"."""
    is_body = tokens[k].low == "garde" and tokens[k - 1].low == "la"  # "Direction de la garde pénitentiaire"
    first = k - w.has(tokens[k - 1].low, "leading_adjectives")  # "Association des jeunes avocats"
    head = tokens[first - 2]
    is_body = is_body or head.is_capital and w.has(head.low, "bodies_of_people")
    return is_body or tokens[first - 1].low in ("des", "les", "los", "las", "d'")


def _has_article(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether the noun before k, with what describes it, stands under an article: "de la Mujer", "del Ambiente"."""
    while k > 0 and (tokens[k - 1].is_capital or tokens[k - 1].low not in ("de", "del", "la", "el", "los", "las")):
        k -= 1
    return k > 0 and tokens[k - 1].low != "de"


def _joined(tokens: tuple[Token, ...], i: int, k: int, w: Words) -> int:
    """Conjunction at k with what it adds to the same name; 0 when it leads to another name."""
    following = k + 1
    if tokens[i].low.endswith(_HEADS_TO) and [t.low for t in tokens[following : following + 1]] in (
        ["a"],
        ["au"],
        ["aux"],
    ):
        duty = _complement(tokens, following, w)  # "Commissariat à la solidarité et à la promotion du genre"
        return duty + 1 if duty else 0
    has_preposition = following < len(tokens) and w.has(tokens[following].low, "name_connectors")
    if has_preposition:
        following += 1
    article = _after_article(tokens, following, w)
    has_article, following = article > following, article
    if following >= len(tokens) or not tokens[following].is_word or following - k > 4:
        return 0
    noun = tokens[following]
    if known_names().longest_at(tokens, following):
        return 0
    is_body = w.has(noun.low, "agency_heads", "legal_heads") or noun.is_capital and is_foreign_head(noun.low, w)
    is_subject = w.has(noun.low, "portfolio_words") and (
        has_preposition if not is_body else not has_article
    )  # "et de l'Action sociale"
    if (is_body or w.has(noun.low, "project_heads")) and not is_subject:
        return 0
    if w.has(noun.low, "number_words") or noun.is_acronym or noun.low.isdigit() or w.has(noun.low, "bodies_in_plural"):
        return 0
    earlier = {t.low for t in tokens[i:k]}
    if find_country(tokens[k - 1].written) and (
        find_country(noun.written) if has_preposition else has_article and noun.is_capital
    ):
        return 0  # "Principauté de Monaco et de la Suisse", "la Cámara del Uruguay y el Puerto de Montevideo"
    if has_preposition:
        return (
            following - k + 1 if tokens[k + 1].low in earlier or tokens[k + 1].low in ("de", "des", "d'", "du") else 0
        )
    if w.language == "fr" and not has_article and _is_bare_plural(tokens, k, noun, w):
        return following - k + 1
    if noun.is_capital and (tokens[k - 1].is_capital or not has_article):
        if w.language == "es" and tokens[k + 1].low in ("el", "la") and not _has_article(tokens, k):
            return 0  # "el Ministerio de Salud y el Seguro Social"
        return following - k + 1 if earlier & {"de", "del", "du", "des", "d'", "para", "para la"} else 0
    return 0


def _is_bare_plural(tokens: tuple[Token, ...], k: int, noun: Token, w: Words) -> bool:
    """Whether a plural without an article goes on behind another under "des": "Direction des eaux et forêts"."""
    is_other = noun.is_capital or noun.written.endswith(("és", "ées")) or len(noun.low) < _SHORTEST_PLURAL
    is_other = is_other or w.has(noun.low, "not_adjective", "people_nouns", "function_words", "adjective")
    is_plural = noun.low.endswith(("s", "x")) and tokens[k - 1].low.endswith(("s", "x"))
    return is_plural and not is_other and not tokens[k - 1].is_capital and tokens[k - 2].low in ("des", "aux", "d'")
