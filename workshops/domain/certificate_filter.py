"""Which certificates of the register are asked for: read from a query string, written back to one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from workshops.domain.enums import CertificateKind, CertificateStatus
from workshops.domain.register_filter import LONGEST_TEXT
from workshops.domain.texts import one_line, visible


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateFilter:
    """What is asked for; "" and None ask for everything. `text` is part of a number, a name or a title."""

    text: str = ""
    kind: CertificateKind | None = None
    status: CertificateStatus | None = None

    @classmethod
    def from_args(cls, args: Mapping[str, str]) -> Self:
        """The filter of a query string. What only a changed address can hold is left out without a word."""
        return cls(
            text=one_line(visible(args.get("q", "")))[:LONGEST_TEXT],
            kind=next((kind for kind in CertificateKind if kind == args.get("kind")), None),
            status=next((status for status in CertificateStatus if status == args.get("status")), None),
        )

    def to_args(self) -> dict[str, str]:
        """The query string that asks for the same; what is not asked for is left out."""
        given = {"q": self.text, "kind": self.kind or "", "status": self.status or ""}
        return {name: str(value) for name, value in given.items() if value}

    @property
    def is_narrow(self) -> bool:
        """Whether something is left out, so that an empty list says nothing about the register."""
        return bool(self.to_args())
