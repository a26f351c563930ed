"""Words set into a document: each text is shaped once in it, and painted wherever it stands."""

from typing import Any

from workshops.documents.inside_weasyprint.letters import Line, Slot, letters

MARK = b"/Span <</MCID %d>> BDC\n"
TEXT = b"BT\n1 0 0 -1 %f %f Tm\n%b\nET\n"  # y grows downwards on the page, upwards in letters


class Lettering:
    """The lines of texts and the colours they have, in the fonts of one document."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self._letters = letters(document)
        self._lines: dict[tuple[Slot, str], list[Line]] = {}
        self._colors: dict[Slot, bytes] = {}

    def shaped(self, slot: Slot, text: str) -> list[Line]:
        """The lines of a text."""
        return slot.lines(text, self._letters)

    def lines(self, slot: Slot, text: str) -> list[Line]:
        """The lines of a text, shaped once for this document."""
        made = self._lines.get((slot, text))
        if made is None:
            made = self._lines[slot, text] = self.shaped(slot, text)
        return made

    def color(self, slot: Slot, stream: Any) -> bytes:
        """What sets the colour of a text."""
        if slot not in self._colors:
            self._colors[slot] = slot.color(stream)
        return self._colors[slot]
