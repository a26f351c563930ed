"""How often a network address asked within a minute, counted over all processes of the server.

For pages that anybody may open, which only read: nothing is written to the database or a disk. The counts lie in memory
that the processes share. Two that count at the same moment may miss one, and of two addresses that fall on the same
place, in one minute, each counts for the other: a limit, not an account.
"""

import hashlib
import mmap
import os
import time
from ipaddress import ip_address, ip_network
from typing import Final

PLACES: Final = 8192
_PER_PLACE: Final = 2  # the minute and the count
_BYTES: Final = 8  # of a double
MINUTE: Final = 60


class Tries:
    """Counts tries; made before the processes part."""

    def __init__(self) -> None:
        self._all = memoryview(mmap.mmap(-1, PLACES * _PER_PLACE * _BYTES)).cast("d")
        self._key = os.urandom(16)

    def add(self, address: str) -> int:
        """Count one try; gives how many there were from this address in this minute, this one included."""
        minute = int(time.monotonic()) // MINUTE + 1
        place = self._place(address, minute)
        count = self._all[place + 1] + 1 if self._all[place] == minute else 1
        self._all[place], self._all[place + 1] = minute, count
        return int(count)

    def seconds_left(self) -> int:
        """Until the minute is over and counting begins anew."""
        return MINUTE - int(time.monotonic()) % MINUTE

    def forget(self) -> None:
        """Begin anew at once."""
        for place in range(0, PLACES * _PER_PLACE, _PER_PLACE):
            self._all[place] = 0

    def _place(self, address: str, minute: int) -> int:
        said = hashlib.blake2b(f"{_network(address)} {minute}".encode(), key=self._key, digest_size=8).digest()
        return int.from_bytes(said) % PLACES * _PER_PLACE


def _network(address: str) -> str:
    """The address itself; of one in version 6 the network of whoever has it, who can use any address of that."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    return str(ip_network(f"{known}/64", strict=False)) if known.version == 6 else str(known)
