"""Something done once in a process of its own, so that the memory it takes ends with it."""

import os
import signal
import sys
from collections.abc import Callable


def answer_of(act: Callable[[], str]) -> str:
    """What `act` gives, done in a copy of this process. Where it raises, both end as this one would have ended alone.

    The copy is told to end when this process is; it shares what is locked here, so that nobody else takes it meanwhile.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.flush()  # or both would write it
    reading, writing = os.pipe()
    copy = os.fork()
    if copy == 0:
        _say(act(), writing)
    os.close(writing)
    try:
        with open(reading, encoding="utf-8") as answer:
            said = answer.read()
    except BaseException:
        os.kill(copy, signal.SIGTERM)
        raise
    finally:
        _, status = os.waitpid(copy, 0)
    if code := os.waitstatus_to_exitcode(status):
        sys.exit(code if code > 0 else 128 - code)  # a signal, in the number that shells give
    return said


def _say(text: str, writing: int) -> None:
    """Give the answer and end, without what only the first process still does at its end."""
    with open(writing, "w", encoding="utf-8") as answer:
        answer.write(text)
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(0)
