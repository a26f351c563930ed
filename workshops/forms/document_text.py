"""The words of a letter or certificate as somebody types them."""

from collections.abc import Sequence
from typing import Self

from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from workshops.domain.document_texts import DocumentText, DocumentUse
from workshops.errors import N_
from workshops.forms.accounts import AccountForm
from workshops.forms.row_forms import IdField
from workshops.forms.saying import say
from workshops.forms.typed import LongTextField, TextField

SHOW = "show"  # the button that shows the document instead of saving its words


class DocumentTextForm(AccountForm):
    """Heading and words, and the workshop with which to try them."""

    version = IdField()
    heading = TextField(_l("Subject"), hint=_l("Above the letter."), render_kw={"required": True})
    body = LongTextField(
        _l("Text"),
        hint=_l(
            "An empty line begins a new paragraph. Words in [square brackets] are left out where a value in them is "
            "not known."
        ),
        render_kw={"required": True},
    )
    workshop = SelectField(
        _l("Shown with"), validate_choice=False, default="", description=_l("Sample values, or what a workshop says.")
    )

    def prepare(self, use: DocumentUse, language: str, workshops: Sequence[tuple[str, str]]) -> Self:
        """Name the fields after what they are in such a document, and offer the workshops (reference and title)."""
        if use.is_certificate:
            self.heading.label.text = say(N_("Title of the certificate"))
            self.heading.description = say(N_("In large letters at the top."))
        for field in (self.heading, self.body):
            field.render_kw = {**field.render_kw, "lang": language, "spellcheck": "true"}
        choices = [SelectChoice(reference, f"{reference} {title}") for reference, title in workshops]
        self.workshop.choices = [SelectChoice("", say(N_("Sample values"))), *choices]
        return self

    def show_text(self, text: DocumentText, version: int) -> None:
        """Put words into the fields, and the version they are of."""
        self.heading.data, self.body.data, self.version.data = text.heading, text.body, version

    def to_text(self) -> DocumentText:
        """What was typed."""
        return DocumentText(self.heading.data, self.body.data)
