"""Going on from one press release to the next, with a count of what became of them; how sure is sure enough."""

from flask import flash, request, session, url_for
from flask_babel import gettext as _

from workshops.extensions import db
from workshops.services import press_decisions, press_queue
from workshops.views import sessions
from workshops.views.access import current_actor
from workshops.views.filters import number_text

REGISTERED, SET_ASIDE = "registered", "set_aside"
_RUN = "review_run"


def accept_from() -> int:
    """From how many per cent on all findings are accepted at once: as chosen now, else as this person last chose."""
    who = sessions.account()
    chosen = request.form.get("accept_from", type=int) or (who and who.accept_from)
    return press_decisions.asked_for(chosen or press_decisions.ACCEPT_FROM)


def begin() -> None:
    """Count anew."""
    session.pop(_RUN, None)


def went_on(press_release_id: int, *, what: str, or_else: str) -> str:
    """Where to go after a press release was registered or set aside: to the next one.

    After the last one to the list with a summary, or to `or_else` where it was the only one.
    """
    run = session.get(_RUN, {})
    session[_RUN] = run = run | {what: run.get(what, 0) + 1}
    following = press_queue.next_after(db.session, press_release_id=press_release_id, by=current_actor())
    if following is not None:
        return url_for("press_review.review", press_release_id=following)
    begin()
    if sum(run.values()) == 1:
        return or_else
    flash(
        _(
            "All press releases are reviewed. Registered: %(registered)s. Set aside: %(set_aside)s.",
            registered=number_text(run.get(REGISTERED, 0)),
            set_aside=number_text(run.get(SET_ASIDE, 0)),
        )
    )
    return url_for("press.index")
