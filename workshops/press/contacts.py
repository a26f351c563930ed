"""Whom to ask: name, organisation, telephone and e-mail of the contacts at the end of a press release."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from workshops.domain.folding import fold
from workshops.press.article import Block, Kind, Sentence
from workshops.press.facts import Finding, PressFacts
from workshops.press.furniture import word_of_any
from workshops.press.marks import Marks
from workshops.press.people import PersonMention
from workshops.press.words import any_language, fold_in_place, is_in_any_language, worded

_EMAIL = re.compile(
    r"[A-Za-z0-9][\w.+-]{0,63}(?:@| ?[\[(]at[\])] ?)[A-Za-z0-9][\w-]{0,62}(?:\.[A-Za-z0-9][\w-]{0,62}){1,5}"
)
_PHONE = worded(
    lambda _: (
        r"(?<![\w/.@-])(?P<number>(?:\(?\+|00|\()?\s?\d[\d\s().-]{5,22}\d)"
        rf"(?:,?\s?{any_language('extensions')}\.?\s?\.?\s?\d{{1,5}})?(?!\w)"
    )
)
_PART = re.compile(r"\s*(?:[,;|\n·]|\s[-–—/]\s)\s*")
_IN_UNITS = ("press_units", "and", "with", "of", "determiners")
"""Lists of words that the name of a unit may have in small letters."""
_OF_OFFICE = re.compile(r"([A-Z]{2,})(?: [A-Z][a-z]+){1,3}$")
_UNIT = re.compile(r"\s*([A-ZÀ-Þ][^:@\d\n,]{5,60}?)\s?:")
"""The name of a unit before its telephone number."""
_SHORT_NUMBER = worded(lambda _: rf"(?<!\w){any_language('short_numbers')}\s?[:.]?\s(?P<number>\d{{3,6}})(?![\d-])")
_ACCOUNT = worded(lambda _: rf"(?<!\w){any_language('bank_accounts')}\W{{0,3}}(?:n\S{{0,2}}\s)?$")
_REACHED_BY = ("phone", "email")
_LEAST_DIGITS, _MOST_DIGITS = 7, 16


@dataclass
class _Card:
    """A contact while it is put together."""

    name: str | None = None
    organisation: str | None = None
    phone: str | None = None
    email: str | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)

    def is_reachable(self) -> bool:
        return bool(self.phone or self.email)

    def value(self) -> dict[str, str | None]:
        return {"name": self.name, "organisation": self.organisation, "phone": self.phone, "email": self.email}


def find_contacts(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """The contacts of the contact lines; an address elsewhere in the article does not make a contact."""
    for index, card in enumerate(cards(marks)):
        spans = tuple(marks.article.original(*span) for span in card.spans)
        confidence = (0.85 if card.name else 0.8) if card.is_reachable() else 0.5
        yield Finding("contacts", card.value(), confidence, spans, "contact lines", index)


def cards(marks: Marks) -> list[_Card]:
    """The contacts of all contact lines, in order."""
    done: list[_Card] = []
    card = _Card()
    blocks = list(_blocks(marks))
    for block, following in zip_longest(blocks, blocks[1:]):
        if _is_next_person(marks, card, block, following):
            done.append(card)
            card = _Card()
        opener = marks.words.pattern("contact_openers").match(marks.article.low, block.start, block.end)
        for start, end in _parts(marks, block):
            card = _put(marks, card, done, start, end)
        if opener is not None and card.organisation is None and card.is_reachable():
            _put_organisation(marks, card, block.start, block.end, block.start)
    done.append(card)
    return _joined([c for c in done if c.is_reachable() or c.name])


def _is_next_person(marks: Marks, card: _Card, block: Block, following: Block | None) -> bool:
    """Whether a name on a line of its own is no more of a body that can be reached: all of that is told, or a body
    stands under the name too."""
    if card.organisation is None or not card.is_reachable():
        return False
    if not any((p.start, p.end) == (block.start, block.end) for p in marks.people_in(block.start, block.end)):
        return False
    if card.phone and card.email:
        return True
    line = (following.start, following.end) if following else (block.end, block.end)
    return any((body.start, body.whole_end) == line for body in marks.agencies_in(*line))


def _joined(cards: list[_Card]) -> list[_Card]:
    """One card a person: a name that comes again, as in the signature of a letter, adds what was not said before."""
    by_name: dict[str, _Card] = {}
    joined = []
    for card in cards:
        before = by_name.setdefault(fold(card.name), card) if card.name else card
        if before is card:
            joined.append(card)
        elif all(getattr(card, part) in (None, getattr(before, part) or getattr(card, part)) for part in _REACHED_BY):
            for part in ("organisation", *_REACHED_BY):
                setattr(before, part, getattr(before, part) or getattr(card, part))
            before.spans += card.spans
        else:
            joined.append(card)
    return joined


def _blocks(marks: Marks) -> Iterable[Block]:
    """The contact lines, and in paragraphs what follows the words that open them ("Consultas: ...")."""
    for block in marks.article.blocks:
        if block.kind is Kind.CONTACT:
            yield block
    low, text = marks.article.low, marks.article.text
    for sentence in marks.article.sentences:
        opener = marks.words.pattern("contact_openers").match(low, sentence.start, sentence.end)
        opener = opener or marks.words.pattern("asks_to_contact").search(low, sentence.start, sentence.end)
        if opener is None:
            yield from _beside_address(marks, sentence)
            continue
        if _EMAIL.search(text, opener.end(), sentence.end) or _phone(marks, opener.end(), sentence.end):
            yield Block(Kind.CONTACT, opener.start(), sentence.end)


def _beside_address(marks: Marks, sentence: Sentence) -> Iterator[Block]:
    """Who is named before an e-mail address inside a paragraph: "remarks to Ann Lee at the Bureau (ann@nsb.org)"."""
    if marks.scope.is_speech(sentence.start) or not any(_is_in(sentence, block) for block in marks.article.body):
        return
    email = _EMAIL.search(marks.article.text, sentence.start, sentence.end)
    people = marks.people_in(sentence.start, email.start()) if email else []
    if people:
        yield Block(Kind.CONTACT, people[-1].titles_start, sentence.end)


def _is_in(sentence: Sentence, block: Block) -> bool:
    return block.kind is not Kind.CONTACT and block.start <= sentence.start < block.end


def _parts(marks: Marks, block: Block) -> Iterable[tuple[int, int]]:
    """The pieces of a contact line between commas, bars, dashes and line breaks; what opens it is left out."""
    text = marks.article.text
    start = block.start
    opener = marks.words.pattern("contact_openers", "asks_to_contact").match(marks.article.low, start, block.end)
    if opener is not None:
        colon = re.compile(r"[^:,.@\d]{0,45}:").match(text, opener.end(), block.end)
        start = colon.end() if colon else opener.end()
    position = start
    phones = _PHONE(marks.language).finditer(marks.article.low, start, block.end)
    protected = [m.span() for m in (*_EMAIL.finditer(text, start, block.end), *phones)]
    cuts = [m.span() for m in _PART.finditer(text, start, block.end)]
    cuts += [(n, n + 1) for n in range(start, block.end) if n in marks.article.line_breaks]
    cuts += [m.span() for m in re.compile(r"(?<=\w{3})\.\s").finditer(text, start, block.end)]
    for a, b in sorted(cuts):
        if a < position or any(p <= a < q and b <= q for p, q in protected):
            continue
        yield position, a
        position = b
    yield position, block.end


def _put(marks: Marks, card: _Card, cards: list[_Card], start: int, end: int) -> _Card:
    """The piece put where it belongs; a second name or a second e-mail begins a new contact."""
    text = marks.article.text
    email = _EMAIL.search(text, start, end)
    phone = None if email else _phone(marks, start, end)
    short = _SHORT_NUMBER(marks.language).search(marks.article.low, start, end) if phone is None else None
    if short is not None and card.phone is None:
        card.phone = short.group("number")
        card.spans.append(short.span("number"))
    person = next((p for p in marks.people_in(start, end) if not _is_no_person(marks, p)), None)
    if person is not None and card.name and (card.is_reachable() or card.organisation):
        cards.append(card)
        card = _Card()
    if phone is not None and card.phone and card.email:
        cards.append(card)
        card = _Card()
    if email is not None:
        if card.email and card.email != email.group():
            cards.append(card)
            card = _Card()
        card.email = email.group()
        card.spans.append(email.span())
        phone = _phone(marks, start, email.start()) or _phone(marks, email.end(), end)
    if phone is not None and card.phone is None:
        number = " ".join(marks.text(*phone.span()).split())
        card.phone = number if ")" in number else number.removeprefix("(")  # "(034 55 501 22, ann@nsb.org)"
        card.spans.append(phone.span())
    if person is not None and card.name is None:
        card.name = text[person.start : person.end]
        card.spans.insert(0, (person.start, person.end))
    _put_organisation(marks, card, start, end, person.end if person else start)
    return card


def _put_organisation(marks: Marks, card: _Card, start: int, end: int, floor: int) -> None:
    agency = next(iter(marks.agencies_in(floor, end)), None)
    if card.organisation is not None:
        unit = card.spans[-1]
        is_whole = agency is not None and (agency.start, agency.whole_end) == (start, end)
        is_unit = word_of_any("press_units").search(fold_in_place(card.organisation)) is not None
        if is_whole and marks.text(*unit) == card.organisation and is_unit:
            card.organisation = marks.text(unit[0], end)
            card.spans[-1] = (unit[0], end)
        return
    if agency is not None:
        before = marks.text(floor, agency.start).lstrip(" ,")
        begin = agency.start - len(before) if _names_unit(marks, before) else agency.start
        end = agency.end
        acronym = _OF_OFFICE.match(marks.article.text, agency.start, end)
        if acronym is not None and marks.words.has(marks.article.low[:end].rsplit(" ", 1)[-1], "function_title_words"):
            end = acronym.end(1)  # "ILO National Coordinator"
        card.organisation = marks.text(begin, end)
        card.spans.append((begin, end))
    elif end > start and fold(marks.text(start, end)) in marks.once(_names):
        start += marks.article.text[start:end].startswith(" ")
        card.organisation = marks.text(start, end)  # a body that only its acronym tells, which stands elsewhere
        card.spans.append((start, end))
    elif not card.name and (named := _UNIT.match(marks.article.text, start, end)) and _names_unit(marks, named[1]):
        card.organisation = named[1]  # "Cellule communication : +237 ..."
        card.spans.append(named.span(1))
    elif not card.name and not card.is_reachable() and _names_unit(marks, marks.text(start, end).strip()):
        card.organisation = marks.text(start, end).strip()  # "Section presse et information – Mme Lucie Roy"
        card.spans.append((start, end))


def _names(marks: Marks) -> set[str]:
    """The names and acronyms of all bodies of the text, folded."""
    return {fold(name) for one in marks.agencies for name in (one.name, one.acronym) if name}


def _is_no_person(marks: Marks, person: PersonMention) -> bool:
    """Whether capitals that look like a person name a unit or a street, or how somebody is reached: "Tel"."""
    low, span = marks.article.low, (person.start, person.end)
    if marks.words.pattern("reached_at").fullmatch(low, *span):
        return True
    return bool(word_of_any("press_units").search(low, *span) or word_of_any("streets").search(low, *span))


def _names_unit(marks: Marks, written: str) -> bool:
    """Whether words right before a body name a unit of it that deals with the press: "Relaciones Públicas del"."""
    low = fold_in_place(written)
    is_opener = marks.words.pattern("contact_word").match(low) is not None
    if is_opener or not written[:1].isupper() or word_of_any("press_units").search(low) is None:
        return False
    small = (part for part in re.findall(r"[\w'’-]+|[^\w\s]", written) if not part[0].isupper())
    return all(is_in_any_language(fold_in_place(part), *_IN_UNITS) for part in small)


def _phone(marks: Marks, start: int, end: int) -> re.Match[str] | None:
    """The first telephone number in a span, with its extension; none of a bank account."""
    low = marks.article.low
    for m in _PHONE(marks.language).finditer(low, start, end):
        if _ACCOUNT(marks.language).search(low, max(start, m.start() - 20), m.start()):
            continue
        if _LEAST_DIGITS <= sum(c.isdigit() for c in m["number"]) <= _MOST_DIGITS:
            return m
    return None
