"""What a command asks for: a record that may not be there, or the trainings that filters choose."""

import dataclasses
import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from workshops.domain.access import Actor
from workshops.domain.training_filter import TrainingFilter
from workshops.errors import NotFound
from workshops.launching.installation import opened
from workshops.services.workshop_lists import references_near
from workshops.wording import worded

PROGRAM = "python3 -m workshops"
FILTERS = "NAME=VALUE are those of the address of the list of trainings, such as country=MN year=2024."


class Reference(click.ParamType[str]):
    """The reference of a workshop or the number of a certificate, in capitals however it is typed."""

    name = "reference"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """What was typed, as the record has it."""
        return str(value).strip().upper()


REFERENCE = Reference()


@contextmanager
def opened_for(reference: str, by: Actor) -> Iterator[Any]:
    """The records, opened for a command about a workshop; it ends with a line that names others where there is none."""
    with opened(by) as session:
        try:
            yield session
        except NotFound:
            near = references_near(session, reference=reference, by=by)
            said = f"Near it: {', '.join(near)}." if near else f"Past ones: {PROGRAM} export"
            sys.exit(f"There is no workshop {reference}. {said}")


@contextmanager
def asking_for(what: str, *, see: str) -> Iterator[None]:
    """End the command with a line that names what was asked for, such as "workshop MNG-2013-001".

    `see` is the command that lists what there is.
    """
    try:
        yield
    except NotFound:
        sys.exit(f"There is no {what}. See what there is: {PROGRAM} {see}")


@contextmanager
def writing() -> Iterator[None]:
    """End the command with a line that names the file which cannot be written, and why."""
    try:
        yield
    except OSError as error:
        sys.exit(f"{error.filename} cannot be written: {error.strerror}.")


def args_of(filters: Sequence[str], *, more: Collection[str] = ()) -> dict[str, str]:
    """What NAME=VALUE say, by name. Raises `click.UsageError` for a name that is neither a filter nor one of `more`."""
    args = dict(text.partition("=")[::2] for text in filters)
    names = {field.name for field in dataclasses.fields(TrainingFilter)}.union(more)
    if unknown := set(args) - names:
        raise click.UsageError(f"no filter is named {', '.join(sorted(unknown))}; there are {', '.join(sorted(names))}")
    return args


def filter_of(args: dict[str, str], language: str) -> TrainingFilter:
    """The filter that they make, dates as written in a language. Raises `click.UsageError`."""
    chosen, problems = TrainingFilter.from_args(args, language)
    if problems:
        said = (f"{one.field}: {worded(one.message, one.params, 'en', str)}" for one in problems)
        raise click.UsageError("; ".join(said))
    return chosen
