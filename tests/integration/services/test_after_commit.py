"""What follows a commit follows it only, and its failure undoes nothing."""

from sqlalchemy.orm import Session

from tests.factories import make_office
from workshops.services import after_commit


def test_it_follows_the_commit_of_everything_and_no_savepoint(session: Session) -> None:
    done: list[str] = []
    make_office(session)
    after_commit.do(session, lambda: done.append("first"))
    with session.begin_nested():
        after_commit.do(session, lambda: done.append("second"))
    assert done == []
    session.commit()
    assert done == ["first", "second"]
    session.commit()
    assert done == ["first", "second"]


def test_what_is_taken_back_is_followed_by_nothing(session: Session) -> None:
    done: list[str] = []
    make_office(session)
    after_commit.do(session, lambda: done.append("kept"))
    after_commit.unless_kept(session, lambda: done.append("taken back"))
    session.rollback()
    session.commit()
    assert done == ["taken back"]


def test_what_is_kept_is_not_undone_later(session: Session) -> None:
    done: list[str] = []
    make_office(session)
    after_commit.unless_kept(session, lambda: done.append("x"))
    session.commit()
    session.rollback()
    assert done == []


def test_a_failure_stops_nothing_else(session: Session) -> None:
    done: list[str] = []

    def fail() -> None:
        raise OSError("the store is away")

    make_office(session)
    after_commit.do(session, fail)
    after_commit.do(session, lambda: done.append("next"))
    session.commit()
    assert done == ["next"]
