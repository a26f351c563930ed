"""Eight people who register workshops at once, and remember what the site told them of each."""

import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Final

from workshops.bench._browser import Answer, Browser
from workshops.bench._site import EMAIL, PASSWORD

CLIENTS: Final = 8
ADDRESS: Final = "/workshops/new"


@dataclass(slots=True)
class Told:
    """What the site said of the workshops that were sent to it."""

    saved: dict[str, str] = field(default_factory=dict)
    """Title to reference, as acknowledged by a redirect to the record."""
    open: dict[str, dict[str, str]] = field(default_factory=dict)
    """Title to form of what was sent and never answered: it may be saved or not."""
    refused: list[Answer] = field(default_factory=list)
    """Answers of 400 and more: what they were about must not be there."""
    unsaved: set[str] = field(default_factory=set)
    """The titles of the refused."""
    saved_at: list[float] = field(default_factory=list)
    """When, by `time.perf_counter`."""
    waited: list[float] = field(default_factory=list)
    """How long each answer took, in seconds."""


class Writer:
    """One person in a browser of their own, whose workshops are told apart by their titles."""

    def __init__(self, address: str, number: int) -> None:
        self.browser = Browser(address, patience=30)
        self._number = number
        self._sent = 0
        self._form: dict[str, str] = {}
        self.told = Told()

    def open_form(self) -> None:
        """Sign in and open the form; what is sent later is this form with another title and key."""
        self.browser.sign_in(EMAIL, PASSWORD)
        self._form = self.browser.form(ADDRESS, country_code="MN", office="1")
        self.browser.close()

    def write_until(self, stop: threading.Event) -> None:
        """Register one workshop after the other; a moment's rest where the site does not answer."""
        while not stop.is_set():
            if not self.register():
                stop.wait(0.05)

    def register(self) -> bool:
        """Register a workshop under a title of its own; whether it was saved."""
        self._sent += 1
        title = f"Border course {self._number}-{self._sent}"
        return self.send(title, self._form | {"title": title, "form_key": secrets.token_hex(16)})

    def send(self, title: str, form: dict[str, str]) -> bool:
        """Send one form and note what came back; whether it was saved."""
        begun = time.perf_counter()
        try:
            answer = self.browser.ask_once(ADDRESS, form)
        except (OSError, HTTPException):
            self.told.open[title] = form
            return False
        self.told.waited.append(time.perf_counter() - begun)
        if answer.status == 303:
            self.told.saved_at.append(time.perf_counter())
            self.told.saved[title] = answer.location.rpartition("/")[2]
        else:
            self.told.refused.append(answer)
            self.told.unsaved.add(title)
        return answer.status == 303

    def send_again(self) -> None:
        """Send once more what was never answered, as a browser does when its reader presses the button again."""
        unanswered, self.told.open = self.told.open, {}
        for title, form in unanswered.items():
            self.send(title, form)

    def forget(self) -> None:
        """Begin a new account of what the site says."""
        self.told = Told()


def signed_in(address: str, count: int = CLIENTS) -> list[Writer]:
    """So many people, each with the form open."""
    writers = [Writer(address, number) for number in range(1, count + 1)]
    for writer in writers:
        writer.open_form()
    return writers


@contextmanager
def writing(writers: list[Writer]) -> Iterator[None]:
    """They write until the block ends, each without waiting for the others."""
    stop = threading.Event()
    threads = [threading.Thread(target=writer.write_until, args=(stop,)) for writer in writers]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def together(writers: list[Writer], *, seconds: float) -> list[float]:
    """They write for a while; gives how long each waited for each answer, in seconds, the shortest first."""
    with writing(writers):
        time.sleep(seconds)
    return sorted(waited for writer in writers for waited in writer.told.waited)
