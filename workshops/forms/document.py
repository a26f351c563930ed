"""A file to attach to a workshop."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField

from workshops.domain.enums import DocumentType
from workshops.domain.rule_texts import is_too_long
from workshops.domain.workshop_rules import TITLE_LIMIT
from workshops.errors import N_
from workshops.forms.codes import ChoiceField
from workshops.forms.saying import said, say
from workshops.forms.typed import TextField


class DocumentForm(FlaskForm):
    """The file, what it is, and its title where the name of the file does not say it."""

    file = FileField(_l("File"), description=_l("PDF, Word, Excel, PowerPoint, text or a picture."))
    type = ChoiceField(_l("Kind"), DocumentType, default=DocumentType.OTHER)
    title = TextField(_l("Title"), hint=_l("Leave it empty to show the name of the file."))

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether a file was chosen and the title fits."""
        super().validate(extra_validators)
        if not self.file.data:
            self.file.errors = [say(N_("Choose a file."))]
        self.title.errors += map(said, is_too_long("title", N_("The title"), self.title.data, TITLE_LIMIT))
        return not self.errors
