"""Every form that is sent says why it may be sent twice: by a double click, a retry on a bad line, a step back."""

from enum import StrEnum

from flask import Flask

from tests.guards.test_routes import rules
from workshops.views.access import READING_METHODS


class Safe(StrEnum):
    """Why the second of two equal requests does no harm."""

    FORM_KEY = "its form carries a one-time key: the second is answered with the record of the first"
    SAME_AGAIN = "it sets what is set already, or ends what is ended already"
    VERSION = "it names the version it changes, and that is no longer the present one"
    SAME_ORDER = "it asks for long work: while that is unfinished, the second finds the first's"
    NEW_EACH_TIME = "every click is meant to make another, and the answer shows it"


SAFE = {
    "about.begin_tour": Safe.SAME_AGAIN,
    "about.end_tour": Safe.SAME_AGAIN,
    "account.own": Safe.SAME_AGAIN,
    "account.password": Safe.SAME_AGAIN,
    "account.sign_in": Safe.SAME_AGAIN,
    "account.sign_out": Safe.SAME_AGAIN,
    "agencies.delete": Safe.SAME_AGAIN,
    "agencies.edit": Safe.VERSION,
    "agencies.new": Safe.FORM_KEY,
    "attendance.save": Safe.SAME_AGAIN,
    "certificate_prints.later": Safe.SAME_ORDER,
    "certificates.issue": Safe.FORM_KEY,
    "certificates.put_back": Safe.SAME_AGAIN,
    "certificates.reissue": Safe.FORM_KEY,
    "certificates.withdraw": Safe.SAME_AGAIN,
    "deleted.for_good": Safe.SAME_AGAIN,
    "deleting.undo": Safe.SAME_AGAIN,
    "document_texts.edit": Safe.VERSION,
    "document_texts.go_back": Safe.VERSION,
    "jobs.again": Safe.SAME_AGAIN,
    "jobs.cancel": Safe.SAME_AGAIN,
    "erasing.person": Safe.SAME_AGAIN,
    "language.choose": Safe.SAME_AGAIN,
    "merging.agencies_not_same": Safe.SAME_AGAIN,
    "merging.agency": Safe.VERSION,
    "merging.people_not_same": Safe.SAME_AGAIN,
    "merging.person": Safe.VERSION,
    "offices.edit": Safe.FORM_KEY,
    "agency_logos.edit": Safe.SAME_AGAIN,
    "agency_logos.remove": Safe.SAME_AGAIN,
    "offices.put_logo": Safe.SAME_AGAIN,
    "offices.remove_logo": Safe.SAME_AGAIN,
    "people.delete": Safe.SAME_AGAIN,
    "people.edit": Safe.VERSION,
    "people.new": Safe.FORM_KEY,
    "press.delete": Safe.SAME_AGAIN,
    "press.hand_over": Safe.FORM_KEY,
    "press.read_again": Safe.SAME_AGAIN,
    "press.accept_from": Safe.SAME_AGAIN,
    "press.set_aside": Safe.SAME_AGAIN,
    "press.take_back": Safe.SAME_AGAIN,
    "press.take_up": Safe.SAME_AGAIN,
    "press_decisions.decide": Safe.SAME_AGAIN,
    "press_decisions.undo_registration": Safe.SAME_AGAIN,
    "press_review.look": Safe.SAME_AGAIN,
    "press_review.save": Safe.FORM_KEY,
    "press_sources.add": Safe.SAME_AGAIN,
    "press_sources.keep": Safe.SAME_AGAIN,
    "press_sources.part": Safe.SAME_AGAIN,
    "press_sources.unsettle": Safe.VERSION,
    "press_sources.take_over": Safe.VERSION,
    "evidence.order": Safe.SAME_ORDER,
    "printing.attendee_sheet": Safe.SAME_ORDER,
    "printing.later": Safe.SAME_ORDER,
    "printing.several": Safe.SAME_ORDER,
    "printing_several.order": Safe.SAME_ORDER,
    "printing_trainings.later": Safe.SAME_ORDER,
    "projects.delete": Safe.SAME_AGAIN,
    "projects.edit": Safe.VERSION,
    "projects.new": Safe.FORM_KEY,
    "tokens.index": Safe.FORM_KEY,
    "tokens.revoke": Safe.SAME_AGAIN,
    "topics.delete": Safe.SAME_AGAIN,
    "topics.edit": Safe.VERSION,
    "topics.new": Safe.FORM_KEY,
    "unfinished.drop": Safe.SAME_AGAIN,
    "unfinished.drop_this": Safe.SAME_AGAIN,
    "unfinished.keep": Safe.SAME_AGAIN,
    "users.edit": Safe.SAME_AGAIN,
    "users.new": Safe.FORM_KEY,
    "users.reset_password": Safe.NEW_EACH_TIME,
    "users.set_active": Safe.SAME_AGAIN,
    "workshop_acts.cancel": Safe.SAME_AGAIN,
    "workshop_acts.clone": Safe.FORM_KEY,
    "workshop_acts.close": Safe.SAME_AGAIN,
    "workshop_acts.delete": Safe.SAME_AGAIN,
    "workshop_acts.postpone": Safe.SAME_AGAIN,
    "workshop_acts.reopen": Safe.SAME_AGAIN,
    "workshop_documents.attach": Safe.FORM_KEY,
    "workshop_documents.remove": Safe.SAME_AGAIN,
    "workshop_edit.register": Safe.FORM_KEY,
    "workshop_edit.update": Safe.VERSION,
}
"""Adding a route is a decision: write it here. `tests/integration/views/test_once.py` sends those with a key twice."""


def test_every_route_that_changes_something_may_be_sent_twice(app: Flask) -> None:
    changing = {rule.endpoint for rule in rules(app) if (rule.methods or set()) - READING_METHODS}
    reasons = "\n".join(f"  Safe.{reason.name}: {reason.value}" for reason in Safe)
    silent, gone = sorted(changing - set(SAFE)), sorted(set(SAFE) - changing)
    assert not silent, f"say in SAFE why these may be sent twice: {silent}\n{reasons}"
    assert not gone, f"SAFE names routes that are no longer there: {gone}"
