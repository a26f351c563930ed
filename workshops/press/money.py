"""Amounts of money in a text, and which funder gives each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from workshops.domain.currencies import currencies, currency_nouns, own_currency, own_currency_is
from workshops.press.agencies import AgencyMention
from workshops.press.article import Sentence
from workshops.press.chains import chain_after, chain_before
from workshops.press.entities import Entities, same_agency
from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks
from workshops.press.numbers import find_numbers
from workshops.press.roles import Holder, antecedent
from workshops.press.words import worded, words

_SURE, _DOUBTFUL = 0.85, 0.6
_FIGURES = r"\d{1,3}(?:[ .,']\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,3})?"
_SIGNS: Final = {
    "us$": "USD",
    "$us": "USD",
    "€": "EUR",
    "£": "GBP",
    "a$": "AUD",
    "c$": "CAD",
    "nz$": "NZD",
    "r$": "BRL",
    "rd$": "DOP",
    "s/": "PEN",
    "s/.": "PEN",
    "ksh": "KES",
    "tsh": "TZS",
    "ush": "UGX",
    "rm": "MYR",
    "lps": "HNL",
    "lps.": "HNL",
    "gh₵": "GHS",
    "₵": "GHS",
    "₦": "NGN",
    "₹": "INR",
    "₱": "PHP",
    "₡": "CRC",
    "₲": "PYG",
}
_SIGN = r"(?:us ?\$|\$ ?us|(?:nz|rd|[acr])\$|€|£|\$|s/\.?(?= ?\d)|(?:[ktu]sh|rm|lps\.?)(?= ?\d)|(?:gh)?₵|[₦₹₱₡₲])"
_OF_MONEY = re.compile(r"[€£$₵₦₹₱₡₲]|S/\.? ?\d|(?:[KTU][Ss][Hh]|RM|Lps\.?) ?\d|[A-Z]{3} ?\d|\d ?[A-Z]{3}|000")
_COUNTED = worded(
    lambda w: rf"\d (?:{w.any_of('complement')} ?)?(?:{'|'.join(map(re.escape, sorted(currency_nouns(w.language))))})"
)
"""What a text holds that names an amount, looked for with `tells_money` before the slower pattern."""
_FRANC_CFA: Final = "CFA"
_CFA: Final = ("XOF", "XAF")
_LOCAL = r"[a-z]{3,12}"
_GIVING: Final = ("fund_before", "fund_active", "gives_money", "money_given", "grant_nouns")
"""Lists of words one of which stands in a sentence on who pays."""
_GIVEN_BY = worded(lambda w: rf" {w.any_of('given_by_whom')}(?: ?{w.any_of('articles')})? ?")
_FAR_SUBJECT = 60
_PARTED = worded(lambda w: rf"(?:,|;|(?<!\w){w.any_of('and')}(?!\w))")
_LONGEST_GAP = 160
_BEHIND_AND = 60


@dataclass(frozen=True)
class Money:
    """An amount; `is_plain` where the text does not say whose dollars or pesos they are."""

    start: int
    end: int
    amount: Decimal
    currency: str
    is_plain: bool = False


def find_money(marks: Marks, country: str | None) -> tuple[Money, ...]:
    """All amounts with a currency that is known; the country (ISO 3166-1) settles "pesos" and "francs CFA"."""
    found = marks.once(_by_country)
    if country not in found:
        found[country] = tuple(_found(marks, country))
    return found[country]


def _by_country(_marks: Marks) -> dict[str | None, tuple[Money, ...]]:
    """What was found for each country that was asked for: many finders ask for the same one."""
    return {}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    w = words(language)
    word, scale = w.any_of("number_words"), "|".join(sorted(w.mapping("scales"), key=len, reverse=True))
    number = rf"(?P<figures>{_FIGURES})|(?P<words>{word}(?:[ -]{word}){{0,4}})"
    named = "|".join(f"(?P<named{n}>{name})" for n, name in enumerate(w.mapping("currencies")))
    return re.compile(
        rf"(?<![\w.,])(?P<before>{_SIGN}|[a-z]{{3}}(?= ?\d))? ?(?:{number})(?: ?(?P<scale>{scale})(?!\w))?(?!\d)"
        rf"(?: ?(?P<after>{_SIGN}|usd|[a-z]{{3}})(?!\w)"
        rf"| (?:{w.any_of('complement')} ?)?(?:{named}|(?P<local>{_LOCAL}))(?!\w))?"
    )


def _matches(marks: Marks) -> tuple[re.Match[str], ...]:
    low, text = marks.article.low, marks.article.text
    tells = _OF_MONEY.search(text) or _COUNTED(marks.language).search(low)
    if not (tells or marks.words.pattern("tells_money").search(low)):
        return ()
    return tuple(_pattern(marks.language).finditer(low))


def _found(marks: Marks, country: str | None) -> Iterator[Money]:
    text = marks.article.text
    for m in marks.once(_matches):
        found = _currency(m, text, country, marks.language)
        amount = _amount(m, marks.language) if found else None
        if found and amount:
            start = m.start("before") if m["before"] else m.start("figures" if m["figures"] else "words")
            number_end = max(m.end("figures"), m.end("words"), m.end("scale"))
            yield Money(start, number_end if found[2] else m.end(), amount, found[0], found[1])


def _currency(m: re.Match[str], text: str, country: str | None, language: str) -> tuple[str, bool, bool] | None:
    """The code of the currency, whether that is only likely, and whether it stands before the number."""
    place = country or ""
    own = own_currency(place)
    for side in ("before", "after"):
        sign, is_before = (m[side] or "").replace(" ", ""), side == "before"
        if sign == "$":
            is_own = own_currency_is(place, "peso" if language == "es" else "dollar", language)
            return (own if is_own else "USD"), True, is_before
        if sign in _SIGNS:
            return _SIGNS[sign], False, is_before
        written = text[slice(*m.span(side))] if sign else ""
        if written.isupper() and written in currencies():
            return written, False, is_before
    named = () if m["local"] else words(language).mapping("currencies").values()
    for n, code in enumerate(named):
        if m[f"named{n}"]:
            is_local = own in _CFA
            return (code, False, False) if code != _FRANC_CFA else (own if is_local else _CFA[0], not is_local, False)
    noun = m["local"] or ""
    if len(noun) > 2 and own_currency_is(place, noun, language):
        return own, True, False
    return ("USD", True, False) if words(language).has(noun, "dollars") else None


def _amount(m: re.Match[str], language: str) -> Decimal | None:
    """The amount in units of the currency: "48.500", "48 500,50", "1.2 million", "tres millones"."""
    zeros = words(language).mapping("scales")[m["scale"]] if m["scale"] else 0
    if m["words"]:
        number = next(iter(find_numbers(m["words"], language)), None)
        is_one = words(language).has(m["words"], "lone_articles")
        value = Decimal(number.value) if number else Decimal(1) if is_one and zeros else None
    else:
        value = _figures(m["figures"], language, is_scaled=bool(zeros))
    return value.scaleb(zeros).quantize(Decimal("0.01")) if value and value < 10**12 else None


def _figures(written: str, language: str, *, is_scaled: bool) -> Decimal:
    """Before three figures a mark groups thousands, but parts decimals before "million" where the language does."""
    tail = re.search(r"[.,]\d{1,2}$", written)
    decimal_mark = "." if language == "en" else ","
    if tail is None and is_scaled and re.fullmatch(rf"\d+{re.escape(decimal_mark)}\d{{3}}", written):
        tail = re.search(r"[.,]\d{3}$", written)
    whole = re.sub(r"\D", "", written[: tail.start()] if tail else written)
    return Decimal(f"{whole}.{tail.group()[1:]}" if tail else whole)


def find_funding(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """`funding`: what each funder gives, as funder, amount and currency; less sure where it may be for a whole project,
    lie in the past, or be said of several funders.
    """
    funders: Sequence[str] = known.values("funders")
    money = find_money(marks, known.value("country")) if funders else ()
    if not money:
        return
    entities, given = marks.entities, set[str]()
    whole = marks.words.pattern("for_whole_project")
    for sentence in marks.article.sentences:
        sums = [m for m in money if sentence.start <= m.start < sentence.end and not marks.scope.is_speech(m.start)]
        if not sums or not _is_of_giving(marks, sentence, sums):
            continue
        named = [
            (a, name) for a in marks.bodies_in(sentence.start, sentence.end) if (name := _funder(a, entities, funders))
        ]
        pairs = sorted(((_gap(marks, m, a), m.start, m, name) for m in sums for a, name in named), key=lambda p: p[:2])
        if not named and len(funders) == 1:
            pairs = [(0, m.start, m, funders[0]) for m in sums[:1]]
        spent = set[int]()
        for gap, start, m, name in pairs:
            if start in spent or name in given or gap > _LONGEST_GAP + _BEHIND_AND:
                continue
            spent.add(start)
            given.add(name)
            is_sure = bool(named) and len({n for _a, n in named}) <= len(sums) and marks.scope.is_told(start)
            is_sure = is_sure and not m.is_plain and not whole.search(marks.article.low, sentence.start, sentence.end)
            value = {"funder": name, "amount": f"{m.amount:f}", "currency": m.currency}
            confidence = _SURE if is_sure else _DOUBTFUL
            yield marks.finding(
                "funding", value, confidence, (m.start, m.end), "amount beside its funder", len(given) - 1
            )


def _is_of_giving(marks: Marks, sentence: Sentence, sums: Iterable[Money]) -> bool:
    by = marks.words.pattern("surely_given_by")
    if any(by.match(marks.article.low, m.end + 1) for m in sums):
        return True
    return marks.words.pattern(*_GIVING).search(marks.article.low, sentence.start, sentence.end) is not None


def givers(marks: Marks, country: str | None) -> Iterator[Holder]:
    """Who gives an amount: "USD 40,000 provided by A", "a grant of 3 million euros from B", "C gave 500 euros"."""
    low, w = marks.article.low, marks.words
    for money in find_money(marks, country):
        sentence = marks.article.sentence_at(money.start)
        if sentence is None or not marks.scope.is_told(money.start):
            continue
        noun = w.pattern("grant_nouns").search(low, max(sentence.start, money.start - 25), money.start)
        given = w.pattern("money_given").match(low, money.end + 1, sentence.end)
        by = _GIVEN_BY(marks.language).match(low, given.end() if given else money.end, sentence.end)
        if by and (given or noun or w.has(by.group().split()[0], "surely_given_by")):
            following = chain_after(marks, by.end(), sentence.end, with_states=True)
            yield from (Holder(agency, (money.start, by.end())) for agency in following)
        verb = w.pattern("gives_money").search(low, max(sentence.start, money.start - _FAR_SUBJECT), money.start)
        if verb is not None and not re.search(r"[.;:]", low[verb.end() : money.start]):
            own = antecedent(marks, sentence, verb, with_states=True)
            before = [own] if own else chain_before(marks, sentence, verb.start(), with_states=True)
            yield from (Holder(agency, verb.span()) for agency in before)


def _funder(mention: AgencyMention, entities: Entities, funders: Iterable[str]) -> str | None:
    name = entities.fullest(mention).full_name
    return next((funder for funder in funders if funder == name or same_agency(funder, name)), None)


def _gap(marks: Marks, money: Money, agency: AgencyMention) -> int:
    """How far a funder stands from an amount; farther where "and" parts the two."""
    start, end = sorted((money.end, agency.start)) if agency.start >= money.end else (agency.whole_end, money.start)
    return max(0, end - start) + (_BEHIND_AND if _PARTED(marks.language).search(marks.article.low, start, end) else 0)
