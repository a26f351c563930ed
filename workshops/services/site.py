"""Where people reach this installation, for documents that carry its address: told once to all sessions.

It is the configured address, never one that a request claims (threat C8).
"""

from urllib.parse import urlsplit

from sqlalchemy.orm import Session, sessionmaker

from workshops.config import LOOPBACK

_KEY = "site"


def tell(sessions: sessionmaker[Session], address: str) -> None:
    """Say it to all sessions of this maker: "https://workshops.example.org", without a path."""
    sessions.configure(info={_KEY: address})


def address(session: Session, path: str) -> str:
    """The whole address of a path of this site."""
    return f"{session.info[_KEY]}{path}"


def is_of_this_machine(session: Session) -> bool:
    """Whether nobody on another machine can open the addresses of this site."""
    return urlsplit(session.info[_KEY]).hostname in LOOPBACK
