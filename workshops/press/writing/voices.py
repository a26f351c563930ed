"""The end of a draft: what people said, and whom to ask."""

from collections.abc import Iterator
from typing import Final

from workshops.domain.workshop import ContactRow, QuoteRow
from workshops.errors import N_
from workshops.press.writing.telling import Telling

_OPENING: Final = ("“", "„", "«")
_CLOSING: Final = ("”", "»")


def quotes(telling: Telling) -> Iterator[str]:
    """Direct speech, a paragraph each, as it was said; marked for translation where it is in another language."""
    for row in telling.details.quotes:
        speaker = ", ".join(filter(None, (row.speaker_name, _function(telling, row))))
        if speaker:
            yield telling.say(N_("%(quote)s said %(speaker)s."), quote=_quote(telling, row), speaker=speaker)
        else:
            yield telling.quoted(telling.own_text(_bare(row.text), row.language))


def _function(telling: Telling, row: QuoteRow) -> str:
    """What the speaker is: translated where the catalog knows the words ("Lead trainer"), else marked."""
    title = row.speaker_title
    if not title:
        return ""
    told = telling.own_text(title, row.language)
    translated = telling.say(title) if told != title else title
    return translated[0].lower() + translated[1:] if translated != title else told


def _quote(telling: Telling, row: QuoteRow) -> str:
    """The words in quotation marks, such that "said" can follow: without the full stop that would end the sentence.

    English puts its comma inside the marks, as newspapers do.
    """
    words = _bare(row.text)
    is_open = words.endswith((".", ",")) and not words.endswith("...")
    said = telling.own_text(words[:-1] if is_open else words, row.language)
    return telling.quoted(f"{said}," if telling.language == "en" and not said.endswith(("?", "!")) else said)


def _bare(text: str) -> str:
    """A text without the quotation marks in which it was typed, where one pair of them goes round the whole of it."""
    text = text.strip()
    inner = text[1:-1]
    depth = 0
    for mark in inner:
        depth += (mark in _OPENING) - (mark in _CLOSING)
        if depth < 0 or mark == '"':
            return text
    is_quoted = (text[:1] in _OPENING and text[-1:] in _CLOSING) or text[:1] == text[-1:] == '"'
    return inner.strip() if is_quoted and inner else text


def contacts(telling: Telling, *, publisher: str, reached_at: str) -> Iterator[tuple[str, ...]]:
    """Blocks of lines, the first opened by what they are.

    Where the record names nobody, the publisher is to be asked if it has told where, in `reached_at`; else the editor
    is to say whom.
    """
    blocks = [_lines(telling, row) for row in telling.details.contacts]
    if not blocks and publisher:
        to_add = telling.say(N_("[To be added: name, telephone, e-mail]"))
        blocks = [(publisher, *reached_at.splitlines()) if reached_at else (to_add,)]
    for at, lines in enumerate(blocks):
        yield (telling.say(N_("For more information, please contact:")), *lines) if at == 0 else lines


def _lines(telling: Telling, row: ContactRow) -> tuple[str, ...]:
    reached = []
    if row.phone:
        reached.append(telling.say(N_("Tel.: %(phone)s"), phone=row.phone))
    if row.email:
        reached.append(telling.say(N_("E-mail: %(email)s"), email=row.email))
    return (*filter(None, (row.name, row.organisation)), *(reached or (_to_add(telling),)))


def _to_add(telling: Telling) -> str:
    return telling.say(N_("[To be added: telephone, e-mail]"))
