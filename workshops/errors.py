"""The errors the product knows. Each carries a message to translate and its parameters, never finished text."""

import dataclasses
from collections.abc import Mapping
from typing import Any


def N_(message: str) -> str:
    """Mark a message for the catalogs where it is written; it is translated where it is shown."""
    return message


class Words(str):
    """A parameter of a message that is itself a message of the catalogs, such as the name of a field."""

    __slots__ = ()


class Alternatives(tuple[str, ...]):
    """A parameter of a message that is a choice: "a, b or c"."""

    __slots__ = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: the field it concerns (path as in forms, "" for the whole) and the sentence for it.

    Fields of rows are `<rows>-<index>-<field>`, such as `funders-0-amount`. A parameter may be text, a number, a date,
    `Words` or a value of a closed list; all are worded in the reader's language where the sentence is shown.
    """

    field: str
    message: str
    params: Mapping[str, object] = dataclasses.field(default_factory=dict)


class WorkshopsError(Exception):
    """The root of all errors that a person is told about. `status` is the HTTP status the edge answers with."""

    status = 500

    def __init__(self, message: str, **params: Any) -> None:
        super().__init__(message)
        self.message = message
        self.params = params

    def __reduce__(self) -> tuple[Any, ...]:
        """So that one process can hand an error over to another, whatever its class takes to make one."""
        return _same, (type(self), self.args, self.__dict__)


def _same(kind: type[WorkshopsError], args: tuple[Any, ...], state: dict[str, Any]) -> WorkshopsError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class Invalid(WorkshopsError):
    """Something typed breaks a rule of the record (422). `problems` names the fields."""

    status = 422

    def __init__(self, *problems: Problem) -> None:
        super().__init__(problems[0].message, **problems[0].params)
        self.problems = problems


class NotFound(WorkshopsError):
    """No such record, or not open to the one who asks: the two are not told apart (404)."""

    status = 404

    def __init__(self) -> None:
        super().__init__(N_("There is no such page, or it is not open to you."))


class Conflict(WorkshopsError):
    """Somebody else saved first, or the record already exists (409)."""

    status = 409


class TooManyTries(WorkshopsError):
    """A throttle closed for a while (429)."""

    status = 429

    def __init__(self, message: str, *, retry_after: int, **params: Any) -> None:
        super().__init__(message, **params)
        self.retry_after = retry_after


class UnreadableFile(WorkshopsError):
    """An uploaded file cannot be taken: 413 too large, 415 wrong kind, 422 damaged or hostile."""

    def __init__(self, message: str, *, status: int, **params: Any) -> None:
        super().__init__(message, **params)
        self.status = status


class Busy(WorkshopsError):
    """The database or the disk cannot take a write now (503)."""

    status = 503


class OutOfOrder(Busy):
    """Nothing can be saved, or not even read, until somebody repairs something (503); the edge adds the reference."""

    sentence = N_(
        "The server cannot get at its records just now. Nothing was changed. "
        "Tell your administrator (reference %(reference)s)."
    )

    def __init__(self, reference: str = "") -> None:
        super().__init__(self.sentence, reference=reference)


class NoRoom(OutOfOrder):
    """The disk is full: nothing was saved (503)."""

    sentence = N_(
        "The server has no room to save. Nothing was changed. Tell your administrator (reference %(reference)s)."
    )
