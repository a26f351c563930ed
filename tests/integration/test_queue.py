"""Each kind of queue carries the id of a job to whoever has the same key, and to nobody else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.databases import SETTING, Databases
from tests.machines import redis_server
from workshops.queueing import Queue

KEY, OTHER_KEY = "the-key-of-this-site-0123456789", "the-key-of-another-site-01234567"


@pytest.fixture
def address(request: pytest.FixtureRequest, databases: Databases, tmp_path: Path) -> Iterator[str]:
    """PostgreSQL where the tests run on it, else Redis and a file."""
    if databases.is_postgresql:
        yield databases.empty()[SETTING]
    elif request.param == "redis":
        with redis_server(tmp_path) as redis:
            yield redis
    else:
        yield ""


both = pytest.mark.parametrize("address", ["redis", "shared"], indirect=True)


def close(*queues: Queue) -> None:
    for queue in queues:
        storage = queue.huey.storage
        storage.conn.close()
        storage.close()


@both
def test_an_id_is_carried_once(address: str, tmp_path: Path) -> None:
    taken: list[int] = []
    sender, listener = (Queue(address, tmp_path / "queue.sqlite", KEY) for _ in range(2))
    assert sender.send(17)
    assert sender.length() == 1
    huey = listener.listen(taken.append)
    order = huey.dequeue()
    assert order is not None
    huey.execute(order)
    assert taken == [17]
    assert (sender.length(), huey.dequeue()) == (0, None)
    close(sender, listener)


@both
def test_what_another_key_has_signed_is_never_opened(address: str, tmp_path: Path) -> None:
    """Messages are pickles: whoever could write to the queue could run code, were it not for the signature."""
    taken: list[int] = []
    foreign, listener = (Queue(address, tmp_path / "queue.sqlite", key) for key in (OTHER_KEY, KEY))
    assert foreign.send(17)
    with pytest.raises(ValueError, match="mismatch"):
        listener.listen(taken.append).dequeue()
    assert taken == []
    close(foreign, listener)


def test_a_queue_that_is_away_is_said_to_be(tmp_path: Path) -> None:
    queue = Queue("redis://127.0.0.1:9/0", tmp_path / "queue.sqlite", KEY)
    assert not queue.send(17)
    assert queue.length() is None
