"""In which building or institution the event is held."""

from __future__ import annotations

import re

from workshops.press.latin_names import latin_name_end
from workshops.press.marks import Marks
from workshops.press.tokens import capital_run

_OF_BODY = re.compile(
    r"locaux|siege|enceinte|installations|bureaux|locales|instalaciones|oficinas|salones|campus|premises|headquarters"
    r"|offices|grounds|facilities"
)
_LONGEST = 160


def find_venue(marks: Marks) -> tuple[int, int] | None:
    """The building that is said to host the event, else the first one after "at", "à l'", "en el"."""
    return _that_hosts(marks) or _after_preposition(marks)


def _that_hosts(marks: Marks) -> tuple[int, int] | None:
    """ "L'hôtel Azalaï abrite un atelier": a building that opens the sentence."""
    w, low = marks.words, marks.article.low
    for sentence in marks.scope.told:
        verb = w.pattern("host_active").search(low, sentence.start, sentence.end)
        tokens = marks.tokens_in(sentence.start, verb.start()) if verb else []
        while tokens and w.has(tokens[0].low, "determiners"):
            tokens.pop(0)
        end = _venue_end(marks, tokens[0].start, verb.start()) if tokens and verb else None
        if end is not None and w.pattern("venue_heads").search(low, tokens[0].start, end):
            return tokens[0].start, end
    return None


def _after_preposition(marks: Marks) -> tuple[int, int] | None:
    """The first building in a sentence about the event whose name begins with a head or holds one."""
    w, low = marks.words, marks.article.low
    heads = w.pattern("venue_heads")
    for sentence in marks.scope.told:
        span = (sentence.start, sentence.end)
        near = marks.scope.names_event(*span)
        near = near or w.pattern("event_again", "held", "participant_word").search(low, *span) is not None
        if not near:
            continue
        for m in w.pattern("venue_prepositions").finditer(low, sentence.start, sentence.end):
            end = _body_end(marks, m) or _venue_end(marks, m.end(), sentence.end)
            is_building = end and (_OF_BODY.search(m.group()) or heads.search(low, m.end(), end))
            if end is None or not is_building or not marks.scope.is_told(m.start()):
                continue
            start = m.end() + (low[m.end()] == " ")
            in_town = w.pattern("of_town").search(low, start, end)
            end = in_town.start() - 1 if in_town else end
            if w.pattern("not_venue").search(low[max(0, m.start() - 35) : m.start()]):
                continue
            return start, end
    return None


def _body_end(marks: Marks, preposition: re.Match[str]) -> int | None:
    """Where a body ends in whose premises the event is: "dans les locaux du Conseil régional"."""
    if _OF_BODY.search(preposition.group()) is None:
        return None
    place = preposition.end() + (marks.article.low[preposition.end()] == " ")
    return next((a.whole_end for a in marks.agencies_in(place, place + _LONGEST) if a.start == place), None)


def _venue_end(marks: Marks, place: int, end: int) -> int | None:
    """Where the name of a building ends that starts at a place; None if it is no name."""
    tokens = marks.tokens_in(place, min(end, place + 160))
    w = marks.words
    if not tokens or not tokens[0].is_word:
        return None
    agency = next((a for a in marks.agencies_in(tokens[0].start, end) if a.start == tokens[0].start), None)
    if agency is not None:
        return (
            agency.whole_end if w.pattern("venue_heads").search(marks.article.low, agency.start, agency.end) else None
        )
    if marks.language == "en":
        run = [t for t in capital_run(tokens) if t.low not in ("la", "el")]
        last = max((n for n, t in enumerate(run) if w.has(t.low, "venue_heads")), default=None)
        if last is None or len(run) < 2:
            return None
        return run[last or -1].end  # "Hotel Miramar" begins with its head, "Miramar Hotel" ends with it
    if not w.has(tokens[0].low, "venue_heads"):
        run = capital_run(tokens)  # "au Nomad Hôtel Résidence"
        return run[-1].end if any(w.has(t.low, "venue_heads") for t in run) and len(run) > 1 else None
    stop = latin_name_end(tuple(tokens), 0, w, "venue_heads")
    if stop <= 1:
        return None
    named = next(
        (a for a in marks.agencies_in(tokens[1].start, end) if a.start <= tokens[stop - 1].end <= a.end + 1), None
    )
    return named.whole_end if named is not None else tokens[stop - 1].end
