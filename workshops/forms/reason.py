"""Why a workshop is put off or called off."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm

from workshops.domain.rule_texts import is_too_long
from workshops.errors import N_
from workshops.forms.saying import said, say
from workshops.forms.typed import LongTextField

REASON_LIMIT = 500


class ReasonForm(FlaskForm):
    """A few words that everybody who looks the workshop up will read."""

    reason = LongTextField(
        _l("Reason"), hint=_l("Everybody who looks this workshop up will read it."), render_kw={"required": True}
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether there is a reason that fits."""
        super().validate(extra_validators)
        if not self.reason.data:
            self.reason.errors = [say(N_("Say why, in a few words."))]
        self.reason.errors += map(said, is_too_long("reason", N_("The reason"), self.reason.data, REASON_LIMIT))
        return not self.errors
