"""Merging agencies and people: which look alike, which other is meant, and which value of each field is kept."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from workshops.domain.enums import RecordKind
from workshops.domain.register_filter import record_id
from workshops.errors import N_, Conflict, Invalid, NotFound
from workshops.extensions import db
from workshops.labels import label
from workshops.services import agencies, duplicates, merging, people, person_pages
from workshops.services.merging import Comparison
from workshops.services.register_writing import StaleRecord
from workshops.views.access import Access, access, current_actor
from workshops.views.counts import counted
from workshops.views.deleting import ADDRESSES
from workshops.views.filters import country_text, language_text, list_text, sentence_text
from workshops.views.jobs import find_again

pages = Blueprint("merging", __name__)

Page = str | Response | tuple[str, int]
LABELS: Final = {
    "name": N_("Name"),
    "acronym": N_("Acronym"),
    "type": N_("Type"),
    "country_code": N_("Country"),
    "language": N_("Language of letters"),
    "parent_id": N_("Belongs to"),
    "website": N_("Website"),
    "notes": N_("Notes"),
    "full_name": N_("Full name"),
    "native_name": N_("Name in its own script"),
    "sex": N_("Sex"),
    "nationality": N_("Nationality"),
    "agency_id": N_("Agency"),
    "post_title": N_("Post"),
    "email": N_("E-mail"),
    "phone": N_("Phone"),
}
SHOWN: Final = {RecordKind.AGENCY: "agencies", RecordKind.PERSON: "people"}


@pages.get("/agencies/duplicates")
@access(Access.ORGANISER)
def agencies_alike() -> str:
    """Agencies that may be one and the same."""
    return _duplicates(RecordKind.AGENCY)


@pages.get("/people/duplicates")
@access(Access.ORGANISER)
def people_alike() -> str:
    """People that may be one and the same."""
    return _duplicates(RecordKind.PERSON)


@pages.post("/agencies/duplicates")
@access(Access.ORGANISER)
def agencies_not_same() -> Response:
    """Remember that two agencies are not the same."""
    return _not_same(RecordKind.AGENCY)


@pages.post("/people/duplicates")
@access(Access.ORGANISER)
def people_not_same() -> Response:
    """Remember that two people are not the same."""
    return _not_same(RecordKind.PERSON)


@pages.route("/agencies/<int:agency_id>/merge", methods=["GET", "POST"])
@access(Access.ORGANISER)
def agency(agency_id: int) -> Page:
    """Find the other record of this agency; or compare them; or make one of them."""
    return _merge_page(RecordKind.AGENCY, agency_id)


@pages.route("/people/<int:person_id>/merge", methods=["GET", "POST"])
@access(Access.ORGANISER)
def person(person_id: int) -> Page:
    """Find the other record of this person; or compare them; or make one of them."""
    return _merge_page(RecordKind.PERSON, person_id)


def _duplicates(kind: RecordKind) -> str:
    by = current_actor()
    if not merging.may_merge(kind, by=by):
        raise NotFound
    found = duplicates.pairs(db.session, kind, by=by)
    return render_template("acts/duplicates.html", kind=kind, register=SHOWN[kind], pairs=found, most=duplicates.MOST)


def _not_same(kind: RecordKind) -> Response:
    duplicates.note_not_same(db.session, kind, ids=_ids(request.form.getlist("id")), by=current_actor())
    flash(_("Noted: they are not the same."), "ok")
    return redirect(request.path, 303)


def _merge_page(kind: RecordKind, number: int) -> Page:
    by = current_actor()
    if not merging.may_merge(kind, by=by):
        raise NotFound
    if request.method == "POST":
        return _merge(kind, number)
    others = _ids(request.args.getlist("with"))
    if others:
        return _compare(kind, [number, *others])
    return _find(kind, number)


def _find(kind: RecordKind, number: int) -> str:
    """Choose the other record: of those that look alike, or by its name."""
    by, query = current_actor(), request.args.get("q", "").strip()
    found: Any = ()
    if query and kind is RecordKind.AGENCY:
        found = [
            (each.id, each.name, _beside(each.acronym, country_text(each.country_code), _(label(each.type))))
            for each in agencies.suggest(db.session, query, by=by)
        ]
    elif query:
        office_id = person_pages.find(db.session, person_id=number, by=by).office_id
        alike = people.suggest(db.session, query, by=by, office_id=office_id)
        found = [
            (each.id, each.full_name, _beside(each.post_title, each.agency.name if each.agency else ""))
            for each in alike
        ]
    return render_template(
        "acts/merge_with.html",
        title=merging.title(db.session, kind=kind, record_id=number, by=by),
        back=_address(kind, number),
        query=query,
        found=[each for each in found if each[0] != number],
        alike=duplicates.likely(duplicates.pairs(db.session, kind, by=by, of=number), number),
    )


def _compare(kind: RecordKind, ids: list[int], *, refusal: str = "", status: int = 200) -> Page:
    shown = merging.compare(db.session, kind=kind, ids=ids, by=current_actor())
    chosen = {name: record_id(request.form.get(f"keep-{name}", "")) for name in shown.choices}
    page = render_template(
        "acts/merge.html",
        sides=[(side, list_text(_counts(side.pointing)), _address(kind, side.id)) for side in shown.sides],
        differences=[_difference(shown, name, chosen[name] or best) for name, best in shown.choices.items()],
        moves=_moves(shown),
        names=list_text(side.title for side in shown.sides),
        refusal=refusal,
        back=_address(kind, ids[0]),
        kind=kind,
    )
    return page if status == 200 else (page, status)


def _merge(kind: RecordKind, number: int) -> Page:
    versions = {
        int(name.rpartition("-")[2]): int(value)
        for name, value in request.form.items()
        if name.startswith("version-") and name.rpartition("-")[2].isdigit() and value.isdigit()
    }
    choices = {
        name: chosen for name in merging.FIELDS[kind] if (chosen := record_id(request.form.get(f"keep-{name}", "")))
    }
    into_id = record_id(request.form.get("into", "")) or number
    try:
        act = merging.merge(
            db.session, kind=kind, into_id=into_id, versions=versions, choices=choices, by=current_actor()
        )
    except (StaleRecord, Conflict, Invalid) as error:
        db.session.rollback()
        said = sentence_text(error)
        if isinstance(error, StaleRecord):
            said = _("Somebody else changed one of them meanwhile. Look at both once more, then merge them.")
        return _compare(kind, list(versions) or [number], refusal=said, status=error.status)
    except NotFound:
        db.session.rollback()
        flash(_("One of them was merged or deleted meanwhile. Look at what is there now."), "error")
        return redirect(url_for(f"{SHOWN[kind]}.index"), 303)
    if kind is RecordKind.AGENCY:
        find_again([into_id])
    flash(_("%(name)s was merged into %(other)s.", name=act.title, other=act.into), "ok")  # its page offers to undo
    return redirect(_address(kind, into_id), 303)


def _difference(shown: Comparison, name: str, chosen: int) -> dict[str, Any]:
    options = {side.id: _said(shown, name, side.values[name]) for side in shown.sides}
    return {"field": name, "label": _(LABELS[name]), "options": options, "chosen": chosen}


def _said(shown: Comparison, name: str, value: Any) -> str:
    if value in (None, ""):
        return ""
    if name == "language":
        return language_text(str(value))
    if name in ("country_code", "nationality"):
        return country_text(value)
    if name in ("parent_id", "agency_id"):
        return shown.names.get(value, "")
    return str(_(label(value))) if name in ("type", "sex") else str(value)


def _moves(shown: Comparison) -> list[str]:
    """What points to the others so far, in words."""
    totals: Counter[str] = Counter()
    for side in shown.sides[1:]:
        totals.update(side.pointing)
    return _counts(totals)


def _counts(pointing: Mapping[str, int]) -> list[str]:
    """Such as "7 workshops" and "2 people"."""
    return [words for kind, number in pointing.items() if number and (words := counted(kind, number))]


def _beside(*facts: str) -> str:
    """What tells a record from others of its name."""
    return " · ".join(filter(None, facts))


def _ids(values: list[str]) -> list[int]:
    return [number for value in values if (number := record_id(value))]


def _address(kind: RecordKind, number: int) -> str:
    return ADDRESSES[kind].format(number)
