"""The findings of a press release as evidence for its review."""

from collections.abc import Iterator
from typing import Any

from workshops.domain.marked_text import nearest
from workshops.forms.press_review import Evidence
from workshops.services import press_findings


def evidence_of(press_release: Any) -> list[Evidence]:
    """All findings, with where their words stand in the text as it was received."""
    return [
        Evidence(
            id=finding.id,
            read=press_findings.as_read(finding),
            confidence=finding.confidence,
            status=finding.status,
            rule=finding.rule,
            spans=tuple(_spans(finding, press_release.text)),
        )
        for finding in press_release.findings
    ]


def _spans(finding: Any, text: str) -> Iterator[tuple[int, int]]:
    """Where its words stand, with those of the parts of an item that its spans leave out, such as a speaker's title."""
    there = [(start, end) for start, end in finding.spans]
    yield from there
    for part in finding.value.values() if isinstance(finding.value, dict) and there else ():
        span = nearest(text, part or "", there[0][0])
        if span and not any(start <= span[0] and span[1] <= end for start, end in there):
            yield span
