"""Past trainings by country: the page, and all rows as CSV, Excel and JSON at the same address with an ending."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from workshops.domain.countries import countries, country_name
from workshops.domain.training import Training, Trainings
from workshops.domain.training_filter import NO_COUNTRY, OrderKey, TrainingFilter, TrainingOrder
from workshops.errors import N_, Invalid, NotFound, Problem
from workshops.exports.table import Column
from workshops.exports.training_sentence import training_sentence
from workshops.exports.trainings import training_columns, training_table
from workshops.extensions import db
from workshops.forms.saying import page_language
from workshops.forms.trainings import filter_form
from workshops.maps.countries import world_map
from workshops.services import trainings
from workshops.services.answers import kept
from workshops.services.prints import KINDS
from workshops.services.prints.kinds import Scope
from workshops.services.scope import scope_of
from workshops.services.training_options import training_options
from workshops.translating import Translator, translator
from workshops.views.access import Access, access, current_actor
from workshops.views.packing import HOLE, Piece, filled, piece_of
from workshops.views.paging import page_number
from workshops.views.table_files import FILES, table_file

pages = Blueprint("trainings", __name__)

ON_THE_PAGE = ("title", "starts_on", "country", "organisers", "funders", "women", "men", "total")
WIDER_HEADINGS = {"starts_on": N_("Dates"), "country": N_("Place")}  # a cell of the page says both ends, and the town


@pages.get("/trainings")
@access(Access.SIGNED_IN)
def index() -> Response:
    """All past trainings that the query string asks for, by country."""
    return _page(request.args)


@pages.get("/trainings/<country>")
@access(Access.SIGNED_IN)
def in_country(country: str) -> ResponseReturnValue:
    """The same for one country, by its code."""
    code = country if country == NO_COUNTRY else country.upper()
    if code != NO_COUNTRY and code not in countries():
        raise NotFound
    args = MultiDict({**request.args, "country": code})
    if code != country:
        chosen, _problems = TrainingFilter.from_args(args, page_language())
        return redirect(_address(chosen, TrainingOrder.from_args(args)), 301)
    return _page(args)


@pages.get("/trainings.csv", defaults={"ending": "csv"})
@pages.get("/trainings.xlsx", defaults={"ending": "xlsx"})
@pages.get("/trainings.json", defaults={"ending": "json"})
@access(Access.SIGNED_IN)
def download(ending: str) -> Response:
    """All rows, not one page of them, as a file. Raises `Invalid` for a filter that cannot be understood."""
    say = translator(page_language())
    chosen, problems = TrainingFilter.from_args(request.args, say.language)
    if problems:  # a script that mistypes a filter must not take the whole world for its answer
        raise Invalid(*problems)
    found = _found(chosen, TrainingOrder.from_args(request.args), page=None)
    table = training_table(found, chosen, say=say, made_on=_today())
    return table_file(table, ending, name=f"trainings-{_today().isoformat()}", say=say)


def _page(args: MultiDict[str, str]) -> Response:
    """The page; its content is the same for everybody of an office, so it is kept while the record stays as it is."""
    language, by = page_language(), current_actor()
    chosen, problems = TrainingFilter.from_args(args, language)
    order, number = TrainingOrder.from_args(args), page_number(args)

    def make() -> tuple[str, Piece]:
        return _content(args, chosen, problems, order, number)

    if problems:
        sentence, content = make()
    else:
        typed = args.get("since"), args.get("until")
        key = ("trainings page", chosen, typed, order, number, language, _today(), scope_of(by))
        sentence, content = kept(db.session, key, make)
    return filled(render_template("trainings/index.html", sentence=sentence, content=HOLE), content)


def _content(
    args: MultiDict[str, str],
    chosen: TrainingFilter,
    problems: Sequence[Problem],
    order: TrainingOrder,
    number: int,
) -> tuple[str, Piece]:
    """What is asked for as a sentence, and the figures and the list with the filter beside them, packed."""
    say = translator(page_language())
    found = _found(chosen, order, page=number)
    options = training_options(db.session, language=say.language, today=_today(), by=current_actor())
    sentence = training_sentence(found.totals.trainings, chosen, found.names, say)
    filters: dict[str, Any] = dict(chosen.to_args())
    content = render_template(
        "trainings/content.html",
        found=found,
        chosen=chosen,
        order=order,
        sentence=sentence,
        form=filter_form(chosen, args, options=options, names=found.names, problems=problems),
        columns=_headings(chosen, order, say),
        files=[(title, url_for(".download", ending=ending, **_args(chosen, order))) for title, ending in FILES],
        prints=[
            (say.gettext(kind.title), f"{url_for('printing_trainings.choose', **filters)}#{kind.name}")
            for kind in KINDS.values()
            if kind.scope is Scope.TRAININGS
        ],
        world=world_map(dict(found.by_country), lambda code: country_name(code, say.language)),
        has_any=bool(options.countries),
        page_address=lambda page: _address(chosen, order, page=str(page)),
        country_address=lambda code: _address(chosen, order, country=code or NO_COUNTRY),
        year_address=lambda year: _address(chosen, order, year=str(year)),
    )
    return sentence, piece_of(content)


def _found(chosen: TrainingFilter, order: TrainingOrder, *, page: int | None) -> Trainings:
    return trainings.past(
        db.session, chosen=chosen, order=order, page=page, language=page_language(), today=_today(), by=current_actor()
    )


def _headings(chosen: TrainingFilter, order: TrainingOrder, say: Translator) -> list[dict[str, object]]:
    """The columns of the page as the table macro takes them: each sorts, the one in force the other way round."""
    columns = {column.key: column for column in training_columns(say)}
    headings = {key: column.heading for key, column in columns.items()}
    headings |= {key: say.gettext(heading) for key, heading in WIDER_HEADINGS.items()}
    return [_heading(columns[key], headings[key], chosen, order) for key in ON_THE_PAGE]


def _heading(column: Column[Training], title: str, chosen: TrainingFilter, order: TrainingOrder) -> dict[str, object]:
    heading: dict[str, object] = {"key": column.key, "title": title, "number": column.kind == "integer"}
    if column.key in list(OrderKey):
        key = OrderKey(column.key)
        is_sorted = order.key is key
        other_way = TrainingOrder(key, not order.is_descending if is_sorted else column.kind != "text")
        heading["href"] = _address(chosen, other_way)
        heading["sorted"] = ("descending" if order.is_descending else "ascending") if is_sorted else ""
    return heading


def _args(chosen: TrainingFilter, order: TrainingOrder) -> dict[str, Any]:
    """The query string for the same trainings in the same order."""
    return chosen.to_args() | ({} if order == TrainingOrder.from_args({}) else {"sort": str(order)})


def _address(chosen: TrainingFilter, order: TrainingOrder, **changes: str) -> str:
    """The page for the same trainings but for the changes; a country has a page of its own."""
    args = _args(chosen, order) | changes
    country = args.pop("country", None)
    return url_for(".in_country", country=country, **args) if country else url_for(".index", **args)


def _today() -> date:
    return datetime.now(UTC).date()
