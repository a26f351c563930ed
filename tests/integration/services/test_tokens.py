"""Tokens: whom they stand for, and when they no longer do."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from workshops.domain.access import command_actor
from workshops.domain.enums import Role
from workshops.errors import Invalid, NotFound
from workshops.models.base import now
from workshops.services import accounts, tokens

BY = command_actor()
EMAIL = "anna@example.org"


@pytest.fixture
def user_id(session: Session) -> int:
    user, _ = accounts.create_user(
        session, email=EMAIL, name="Anna", role=Role.VIEWER, office_id=None, password="long enough 1", by=BY
    )
    return user.id


def make(session: Session) -> tuple[int, str]:
    token, text = tokens.make(session, email=EMAIL, label="dashboard", days=30, by=BY)
    return token.id, text


def test_a_token_stands_for_its_user_until_it_expires(session: Session, user_id: int) -> None:
    _, text = make(session)
    found = tokens.find(session, text=text, at=now())
    assert found is not None
    assert found.user_id == user_id
    assert tokens.find(session, text=text, at=now() + timedelta(days=31)) is None
    assert tokens.find(session, text=text + "x", at=now()) is None


def test_a_revoked_token_and_one_of_a_disabled_account_stand_for_nobody(session: Session, user_id: int) -> None:
    number, revoked = make(session)
    _, other = make(session)
    tokens.revoke(session, token_id=number, by=BY)
    assert tokens.find(session, text=revoked, at=now()) is None
    assert tokens.find(session, text=other, at=now()) is not None
    accounts.create_user(session, email="b@example.org", name="B", role=Role.ADMINISTRATOR, office_id=None, by=BY)
    accounts.set_active(session, user_id=user_id, active=False, by=BY)
    assert tokens.find(session, text=other, at=now()) is None


def test_a_token_needs_a_label_a_term_and_an_account(session: Session, user_id: int) -> None:
    with pytest.raises(Invalid):
        tokens.make(session, email=EMAIL, label=" ", days=30, by=BY)
    with pytest.raises(Invalid):
        tokens.make(session, email=EMAIL, label="x", days=0, by=BY)
    with pytest.raises(NotFound):
        tokens.make(session, email="nobody@example.org", label="x", days=1, by=BY)


def test_a_request_with_a_token_is_answered_and_one_without_is_not(app: Flask, session: Session, user_id: int) -> None:
    _, text = make(session)
    session.commit()
    client = app.test_client()
    path = "/account"
    assert client.get(path, headers={"Authorization": f"Bearer {text}"}).status_code == 200
    assert client.get(path, headers={"Authorization": "Bearer wst_wrong"}).status_code == 401
