"""Two people changed one workshop: what each says of every field that differs, and the version made of both."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal
from zlib import crc32

from flask_babel import gettext
from wtforms import Form

from workshops.details_in_words import FIELDS, details_in_words
from workshops.domain.workshop import WorkshopDetails
from workshops.forms.rows import RowList
from workshops.forms.saying import page_language

Choice = Literal["mine", "theirs"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in two versions, in words. `choice` is who alone has changed it, None where both have (or may have)."""

    field: str
    label: str
    mine: str
    theirs: str
    choice: Choice | None


def texts(details: WorkshopDetails) -> list[tuple[str, str]]:
    """The name and the text of every field that says something."""
    words = details_in_words(details, page_language(), gettext)
    return [(gettext(label), words[name]) for name, label in FIELDS.items() if words[name]]


def marks(details: WorkshopDetails) -> str:
    """A short mark of every field as the form was opened with, by which a later change of it is seen."""
    return " ".join(f"{name}:{mark}" for name, mark in _marks(details).items())


def differences(mine: WorkshopDetails, theirs: WorkshopDetails, opened_with: str) -> tuple[Difference, ...]:
    """The fields in which two versions differ, in the order of the form; `opened_with` are the `marks` before both."""
    my_words, their_words = (details_in_words(details, page_language(), gettext) for details in (mine, theirs))
    before = dict(part.partition(":")[::2] for part in opened_with.split())
    my_marks, their_marks = _marks(mine), _marks(theirs)

    def changed_by(name: str) -> Choice | None:
        if before.get(name) == their_marks[name]:
            return "mine"
        return "theirs" if before.get(name) == my_marks[name] else None

    return tuple(
        Difference(name, gettext(label), my_words[name], their_words[name], changed_by(name))
        for name, label in FIELDS.items()
        if my_marks[name] != their_marks[name]
    )


def chosen(posted: Mapping[str, str], found: tuple[Difference, ...]) -> dict[str, Choice]:
    """The version chosen for each field that differs; a field without a choice is left out."""
    versions: dict[str, Choice] = {"mine": "mine", "theirs": "theirs"}
    asked = {difference.field: posted.get(f"keep-{difference.field}", "") for difference in found}
    return {field: versions[choice] for field, choice in asked.items() if choice in versions}


def merged(mine: WorkshopDetails, theirs: WorkshopDetails, choices: Mapping[str, Choice]) -> WorkshopDetails:
    """Mine, with the fields taken over from the other version."""
    return replace(mine, **{name: getattr(theirs, name) for name, choice in choices.items() if choice == "theirs"})


def sent_pairs(form: Form) -> list[tuple[str, str]]:
    """What a browser sends of a form as it stands: names and values in order."""
    pairs: list[tuple[str, str]] = []
    for field in form:
        if isinstance(field, RowList):
            for entry in field.entries:
                pairs += sent_pairs(entry.form)
        elif field.type == "BooleanField":
            pairs += [(field.name, "y")] if field.data else []
        elif hasattr(field, "iter_choices"):
            pairs += [(field.name, choice.value) for choice in field.iter_choices() if choice.selected]
        else:
            pairs.append((field.name, field._value()))
    return pairs


def _marks(details: WorkshopDetails) -> dict[str, str]:
    """Marks of the words in one language, so that they are the same on every page."""
    return {name: f"{crc32(text.encode()):08x}" for name, text in details_in_words(details, "en", str).items()}
