"""What the pages of printing do alike, whatever they print of: a workshop, or a list of trainings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import Any

from flask import Response, jsonify, redirect, render_template, request, send_file
from flask.typing import ResponseReturnValue
from flask_babel import get_timezone, gettext
from wtforms.form import BaseForm

from workshops.domain.jobs import JobKind
from workshops.domain.print_choices import ONLY_TICKED, Given, of_kind
from workshops.errors import N_, Invalid, NotFound, Problem, WorkshopsError
from workshops.extensions import db
from workshops.forms.printing import choices_form, given_by
from workshops.forms.saying import page_language, said
from workshops.services import jobs, printing
from workshops.services.jobs import Order
from workshops.services.printing import Draft, Subject
from workshops.services.prints.kinds import Kind, NothingToPrint, Wanted
from workshops.views import mending
from workshops.views.access import current_actor, wants_json
from workshops.views.filters import sentence_text
from workshops.views.jobs import job_queue, to_job
from workshops.views.kept_files import kept_files
from workshops.views.mending import Link
from workshops.views.print_words import caution, makes


@dataclass
class Card:
    """A kind of document as the page shows it: what it makes, its own choices, and what was asked of it.

    `links` lead to where the `problem` is mended; it `is_off` while no choice makes it a document.
    """

    kind: Kind[Any]
    form: BaseForm
    makes: str = ""
    caution: str = ""
    is_open: bool = False
    is_long: bool = False
    problem: str = ""
    links: Sequence[Link] = ()
    is_off: bool = False
    preview: Mapping[str, Any] = field(default_factory=dict)


class Desk:
    """Prints of one subject.

    `address` gives that of a page, by the name of its view, a `kind` of document, and choices. `order` says in the
    params of a job what is printed of; `more` is what the template takes besides.
    """

    def __init__(self, subject: Subject, address: Callable[..., str], *, order: Mapping[str, Any], **more: Any) -> None:
        self._subject, self._address, self._order, self._more = subject, address, order, more
        sent = given_by(request.form if request.method == "POST" else request.args)
        known = {choice.name for kind in subject.kinds for choice in kind.all_choices} | {ONLY_TICKED}
        self.given: Given = {name: texts for name, texts in sent.items() if name.rpartition(".")[2] in known}

    def page(self, error: WorkshopsError | None = None, kind: str = "") -> str:
        """The page where documents are chosen and looked at. `kind` is that which is spoken of, or was refused."""
        asked = kind or request.args.get("kind", "")
        problems = mending.problems(error) if error else ()
        common = self._subject.common_choices(page_language())
        cards = [self._card(each, error, is_asked=each.name == asked) for each in self._subject.kinds]
        return render_template(
            "printing/choose.html",
            common=choices_form("", common, self.given, problems),
            cards=cards,
            address=self._address,
            args=self._args,
            problem=next((said(one) for one in problems if one.field == "documents"), ""),
            unavailable=printing.unavailable(),
            **self._more,
        )

    def file(self, name: str) -> ResponseReturnValue:
        """A document as a file; with `inline=1` to be looked at in the browser.

        A long one is made by a worker: people are led to the page that says so, scripts wait for it.
        """
        kind = self._subject.kind(name)
        try:
            draft = self._draft(kind)
            if draft.is_long and not wants_json() and not draft.kept(kept_files()):
                return redirect(self._address("choose", kind=name, **self._args(name), _anchor=name), 303)
            made = draft.printed(kept_files())
        except WorkshopsError as error:
            if error.status >= 500:
                raise
            return self.refused(error, name)
        return _sent(made.pdf, "application/pdf", made.file_name)

    def facts(self, name: str) -> Response:
        """What a document will be: the name of its file, its languages, how many pages (None for a long one)."""
        draft = self._draft(self._subject.kind(name))
        pages = self._pages(draft)
        return jsonify(
            file_name=draft.file_name,
            languages=draft.languages,
            paper=draft.wanted.paper,
            is_long=draft.is_long,
            pages=pages,
            sentence=makes(draft.kind, draft.wanted, draft.languages, pages),
            caution=caution(draft.kind, self._subject.record, draft.wanted),
        )

    def picture(self, name: str) -> Response:
        """The page of the number `page` as a PNG. Raises NotFound where there is none."""
        draft = self._draft(self._subject.kind(name))
        number = request.args.get("page", "1")
        if not number.isascii() or not number.isdigit() or len(number) > 6 or self._pages(draft) is None:
            raise NotFound
        _count, png = draft.printed(kept_files()).preview(int(number))
        if not png:
            raise NotFound
        return _sent(png, "image/png")

    def later(self, name: str) -> ResponseReturnValue:
        """Have a document made by a worker."""
        kind = self._subject.kind(name)
        try:
            self._wanted(kind)
        except Invalid as wrong:
            return self.refused(wrong, name)
        return self._ask(JobKind.PRINT, {**self._order, "document": name, "given": self._args(name)})

    def several(self) -> ResponseReturnValue:
        """Have the documents that are ticked made by a worker, as one archive."""
        ticked = [kind for kind in self._subject.kinds if kind.name in request.form.getlist("documents")]
        if not ticked:
            return self.refused(Invalid(Problem("documents", N_("Choose a document."))))
        for kind in ticked:
            try:
                self._wanted(kind)
            except Invalid as wrong:
                return self.refused(wrong, kind.name)
        names = [kind.name for kind in ticked]
        return self._ask(JobKind.PRINTS, {"references": [self._subject.name], "documents": names, "given": self.given})

    def offered(self) -> Response:
        """The documents there are, with their addresses and what can be chosen of each."""
        language = page_language()
        usual = self._subject.usual(language)
        documents = [
            {
                "name": kind.name,
                "title": gettext(kind.title),
                "about": gettext(kind.about),
                "address": self._address("document", kind=kind.name),
                "choices": kind.offered(self._subject.record, language, usual),
            }
            for kind in self._subject.kinds
        ]
        return jsonify(documents=documents, **self._more.get("packs", {}))

    def refused(self, error: WorkshopsError, kind: str = "") -> ResponseReturnValue:
        """The page with what was refused, 422; for a script the error."""
        if wants_json():
            raise error
        return self.page(error, kind), 422

    def _args(self, name: str) -> Given:
        """The choices for one kind, without those of the others."""
        return {key: texts for key, texts in of_kind(name, self.given).items() if "." not in key}

    def _ask(self, job_kind: JobKind, params: Mapping[str, Any]) -> ResponseReturnValue:
        order = Order(job_kind, params, subject=self._subject.name, language=page_language())
        job, _is_new = jobs.ask(db.session, job_queue(), order=order, by=current_actor())
        return to_job(job.id)

    def _wanted(self, kind: Kind[Any]) -> Wanted:
        return printing.wanted(
            self._subject, kind=kind, given=self.given, interface=page_language(), today=today(), by=current_actor()
        )

    def _draft(self, kind: Kind[Any]) -> Draft:
        return printing.draft(
            db.session,
            self._subject,
            kind=kind,
            given=self.given,
            interface=page_language(),
            today=today(),
            files=kept_files(),
            by=current_actor(),
        )

    def _pages(self, draft: Draft) -> int | None:
        """How many pages a document has; None for a long one that was not printed yet."""
        if draft.is_long and not draft.kept(kept_files()):
            return None
        return draft.printed(kept_files()).preview()[0]

    def _card(self, kind: Kind[Any], error: WorkshopsError | None, *, is_asked: bool) -> Card:
        problems = mending.problems(error) if error else ()
        own = [choice.offered(self._subject.record, page_language()) for choice in kind.choices]
        card = Card(kind, choices_form(kind.name, own, self._args(kind.name), problems if is_asked else ()))
        try:
            wanted = self._wanted(kind)
        except Invalid:
            card.is_open = is_asked
            return card
        card.makes, card.caution = makes(kind, wanted), caution(kind, self._subject.record, wanted)
        if lack := kind.lacks(db.session, self._subject.record, wanted):
            self._tell(card, lack)
            card.is_open = is_asked
            if not card.is_off and not is_asked:
                card.makes, card.problem = card.problem, ""
        elif is_asked and error and not isinstance(error, Invalid):
            self._tell(card, error)
        elif is_asked:
            card.is_open = "preview" not in request.args
            self._look(card)
        return card

    def _look(self, card: Card) -> None:
        """Show what the address asks of a document: that it is long, or its pages."""
        try:
            draft = self._draft(card.kind)
            pages = self._pages(draft)
            card.is_long = pages is None
            card.makes = makes(card.kind, draft.wanted, draft.languages, pages)
            if pages and "preview" in request.args:
                number = request.args.get("page", 1, int)
                card.preview = {"page": min(max(number, 1), pages), "pages": pages}
        except WorkshopsError as error:
            self._tell(card, error)

    def _tell(self, card: Card, error: WorkshopsError) -> None:
        """Say on the card of a document why it cannot be made, and where that is mended."""
        card.problem, card.links = sentence_text(error), mending.links(self._subject, error)
        card.is_off = isinstance(error, NothingToPrint) and not error.by_choice


def today() -> date:
    """The day it is for whoever asks."""
    return datetime.now(get_timezone()).date()


def _sent(content: bytes, media_type: str, name: str = "") -> Response:
    """A file, to be saved under its name (in any script: RFC 6266) unless the address says `inline=1`."""
    is_saved = bool(name) and request.args.get("inline") != "1"
    answer = send_file(BytesIO(content), mimetype=media_type, as_attachment=is_saved, download_name=name or None)
    answer.headers["Cache-Control"] = "no-store"
    return answer
