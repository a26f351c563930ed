"""When the event takes place and how long it lasts."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable, Iterator

from workshops.press.article import Kind
from workshops.press.dates import DAY, MONTH, RANGE, RELATIVE_DAY, RELATIVE_WEEK, DateMention, DayOf
from workshops.press.facts import Finding, PressFacts
from workshops.press.first_and_last import is_last_day, is_marked
from workshops.press.lengths import MOST_DAYS, length_stated, stated_days
from workshops.press.marks import Marks
from workshops.press.publication import publication_mentions, published_on
from workshops.press.relative_days import day_of, day_of_writing
from workshops.press.seats import is_of_next
from workshops.press.weekly import days_of_each_week
from workshops.press.words import worded

_LEAD_SENTENCES = 4
_MOST_BETWEEN = 200
"""Days from the first to the last of the longest courses that are told of as one event."""
_LAW_REACH = 45
"""Characters from the head of a law's name to its date: "loi organique n° 13/011-B du 11 avril 2013"."""
_BUILDING_REACH = 25
_BARE_DAY = worded(
    lambda w: (
        rf" (?:{w.any_of('opens_day')})?([0-3]?\d)(?:{w.any_of('day_suffixes')})?"
        rf"(?=[.,;)]|$| {w.any_of('behind_day')} )"
    )
)
_BEFORE_DATES = worded(lambda w: rf"{w.any_of('before_dates')} (?=\S)")
_SINCE = worded(lambda w: w.any_of("since"))


def _event_mentions(marks: Marks) -> list[DateMention]:
    """Mentions of time that can be the event's, in order: told, not a date line, not part of a law's name."""
    lines = marks.once(publication_mentions)
    legal, building = marks.words.pattern("legal_heads"), marks.words.pattern("named_by_a_day")
    return [
        m
        for m in marks.dates
        if (marks.scope.is_told(m.start) or _is_line_of_event(marks, m))
        and m not in lines
        and not _is_of_next(marks, m)
        and not (
            m.first and m.precision <= DAY and legal.search(marks.article.low, max(0, m.start - _LAW_REACH), m.start)
        )
        and not building.search(marks.article.low, max(0, m.start - _BUILDING_REACH), m.start)
    ]


def _is_of_next(marks: Marks, mention: DateMention) -> bool:
    """Whether a sentence tells of another event to come up to a mention: "a second course would begin on 8 July"."""
    sentence = marks.article.sentence_at(mention.start)
    return sentence is not None and is_of_next(marks, sentence.start, mention.start)


def _is_line_of_event(marks: Marks, mention: DateMention) -> bool:
    """Whether a line above the text gives several days: those of the event, since a text appears on one."""
    if mention.precision != RANGE:
        return False
    return any(b.kind is Kind.DATE and b.start <= mention.start < b.end for b in marks.article.blocks)


def dates_told(marks: Marks) -> list[DateMention]:
    """The mentions of days that can be an event's, in order."""
    return [mention for mention in _event_mentions(marks) if mention.first is not None]


def _best_mention(marks: Marks) -> DateMention | None:
    """The most precise mention; the first of equals. Exact days only near the event or early in the text.

    Where it is the last day, "began yesterday" that stands before it tells when.
    """
    candidates = [m for m in _event_mentions(marks) if _is_of_event(marks, m)] or _in_headline(marks)
    best = _most_precise(marks, candidates)
    if best is None or best.precision != DAY or not is_last_day(marks, best):
        return best
    begun = (
        m for m in candidates if m.precision == RELATIVE_DAY and m.start < best.start and is_marked(marks, m, "begins")
    )
    return next(begun, best)


def _in_headline(marks: Marks) -> list[DateMention]:
    """The days that the headline alone gives: "Course on cultural property crime, Skopje, 11-13 September 2023"."""
    title = marks.article.title
    if title is None or not marks.scope.title_events:
        return []
    return [m for m in marks.dates_in(title.start, title.end) if m.precision >= DAY]


def _most_precise(marks: Marks, candidates: list[DateMention]) -> DateMention | None:
    return max(
        candidates,
        key=lambda m: (_is_near_event(marks, m) or _is_pair(marks, m), *_precision(marks, m), -m.start),
        default=None,
    )


def _precision(marks: Marks, mention: DateMention) -> tuple[int, bool, bool]:
    return mention.precision, _is_pair(marks, mention), not is_last_day(marks, mention)


def _is_pair(marks: Marks, mention: DateMention) -> bool:
    """Whether two days are named by their days of the week: "from Tuesday to Friday"."""
    days = marks.words.pattern("weekdays").finditer(marks.article.low, mention.start, mention.end)
    return mention.precision == RELATIVE_DAY and len(list(days)) > 1


def _is_near_event(marks: Marks, mention: DateMention) -> bool:
    """Whether a mention stands early or beside the event: any other counts only where there is none that does."""
    lead = marks.article.sentences[:_LEAD_SENTENCES]
    return bool(lead) and mention.start < lead[-1].end or marks.scope.names_event(*_sentence_of(marks, mention))


def _sentence_of(marks: Marks, mention: DateMention) -> tuple[int, int]:
    sentence = marks.article.sentence_at(mention.start)
    return (sentence.start, sentence.end) if sentence else (mention.start, mention.end)


def _is_of_event(marks: Marks, mention: DateMention) -> bool:
    """Whether the sentence of a mention is one of the first or names the event; days need less than "today"."""
    sentence = marks.article.sentence_at(mention.start)
    if sentence is None:
        return _is_line_of_event(marks, mention)
    is_relative = mention.first is None
    if sentence in marks.article.sentences[: 2 if is_relative else 4]:
        return True
    if marks.scope.names_event(sentence.start, sentence.end):
        return True
    w, low = marks.words, marks.article.low
    if is_relative:
        return (
            w.pattern("people_verbs", "held").search(low, sentence.start, sentence.end) is not None
            and mention.precision > RELATIVE_WEEK
        )
    return bool(
        w.pattern("begins", "ends", "organise_active", "organise_passive", "event_again").search(
            low, sentence.start, sentence.end
        )
    )


def find_dates_of_event(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """`date_text`, and `start_date` and `end_date` where the text determines day, month and year."""
    if not known.value("is_workshop"):
        return
    best = _best_mention(marks)
    if best is None:
        return
    span = (best.start, best.end)
    yield marks.finding("date_text", marks.text(*_without_preposition(marks, *span)), 0.8, span, "most precise time")
    published = marks.once(published_on) or day_of_writing(marks, best) or _in_named_month(marks, best)
    for field, day, mention in _bounds(marks, best, published):
        if day is not None:
            confidence = 0.9 if mention.first and mention.first.year else 0.75
            yield marks.finding(
                field, day.isoformat(), confidence, (mention.start, mention.end), "day, month and year known"
            )


def _in_named_month(marks: Marks, mention: DateMention) -> datetime.date | None:
    """The first day of the month that the sentence names with its year: "en février 2019 : à Maputo du 11 au 13"."""
    if mention.first is None or mention.first.year is not None:
        return None
    for other in marks.dates_in(_sentence_of(marks, mention)[0], mention.start):
        said = re.search(r"([a-z]+)\D*((?:19|20)\d\d)$", marks.article.low[other.start : other.end])
        is_month = said and marks.words.mapping("month_numbers").get(said[1]) == mention.first.month
        if other.precision == MONTH and said and is_month:
            return datetime.date(int(said[2]), mention.first.month, 1)
    return None


def _without_preposition(marks: Marks, start: int, end: int) -> tuple[int, int]:
    m = _BEFORE_DATES(marks.language).match(marks.article.low, start, end)
    is_kept = m is None or _SINCE(marks.language).match(marks.article.low, start)
    return (start, end) if is_kept else (m.end() if m else start, end)


def _bounds(
    marks: Marks, best: DateMention, published: datetime.date | None
) -> Iterator[tuple[str, datetime.date | None, DateMention]]:
    if best.precision != RANGE:
        if best.precision >= DAY or best.precision == RELATIVE_DAY:
            yield from _single_day(marks, best, published)
        return
    if best.first is None or best.last is None:
        return
    first, last = best.first.nearest(published), best.last.nearest(published)
    if first and last and last < first and best.first.year is None:
        first = first.replace(year=first.year - 1)
    yield "start_date", first, best
    second = _second_part(marks, best)
    if second is not None and second.last is not None:
        yield "end_date", second.last.nearest(published), second
    else:
        yield "end_date", last, best


def _second_part(marks: Marks, first: DateMention) -> DateMention | None:
    """The days that "then" adds right after the first ones: "du 12 au 16 avril puis du 23 au 27 avril"."""
    following = next(iter(marks.dates_in(first.end, first.end + 30)), None)
    if following is None or following.precision != RANGE:
        return None
    return following if marks.words.pattern("then").search(marks.article.low, first.end, following.start) else None


def _single_day(
    marks: Marks, best: DateMention, published: datetime.date | None
) -> Iterator[tuple[str, datetime.date | None, DateMention]]:
    """One day: the first one, the last one, or the only one. The other bound may stand elsewhere."""
    day, last = day_of(marks, best, published)
    begins = is_marked(marks, best, "begins")
    lasts = next(stated_days(marks), None)
    if is_last_day(marks, best):
        yield from _other_bound(marks, best, "start_date", day, published)
        yield "end_date", day, best
        return
    if last is not None:
        yield from (("start_date", day, best), ("end_date", last, best))
        return
    other = next(_other_bound(marks, best, "end_date", day, published), None)
    if day is None and best.first is not None and other is not None:
        day = best.first.nearest(other[1])
    yield "start_date", day, best
    if other is not None:
        yield other
    elif not begins and (lasts[0] == 1 if lasts else best.first is not None):
        yield "end_date", day, best


def _other_bound(
    marks: Marks, best: DateMention, field: str, known: datetime.date | None, published: datetime.date | None
) -> Iterator[tuple[str, datetime.date | None, DateMention]]:
    """The other end of an event of which one day is known: a day that "began", "until" or the like go with."""
    name = "ends" if field == "end_date" else "begins"
    for other in _event_mentions(marks):
        if other is best or other.precision not in (DAY, RELATIVE_DAY) or not is_marked(marks, other, name):
            continue
        day = day_of(marks, other, published or known)[0]
        days = (day - known).days if day is not None and known is not None else 0
        if day is not None and (0 <= days <= MOST_DAYS if name == "ends" else -MOST_DAYS <= days <= 0):
            yield field, day, other
            return
    if name == "ends" and known is not None:
        yield from _bare_day(marks, best, known)


def _bare_day(
    marks: Marks, best: DateMention, first: datetime.date
) -> Iterator[tuple[str, datetime.date | None, DateMention]]:
    """The last day told by its number alone: "comenzó el 7 de mayo y concluirá el 11", "until the 11th"."""
    sentence = marks.article.sentence_at(best.start)
    low = marks.article.low
    for until in marks.words.pattern("ends").finditer(low, best.end, sentence.end if sentence else best.end):
        m = _BARE_DAY(marks.language).match(low, until.end())
        if m is not None and first.day < int(m.group(1)) <= calendar.monthrange(first.year, first.month)[1]:
            day = first.replace(day=int(m.group(1)))
            yield "end_date", day, DateMention(m.start(1), m.end(1), DAY, DayOf(day.day, day.month, day.year))
            return


def find_duration(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """The number of days stated; else the days from the first to the last, counted with both."""
    if not known.value("is_workshop"):
        return
    start, end = known.one("start_date"), known.one("end_date")
    stated = length_stated(marks, is_dated=bool(start and end))
    best = _best_mention(marks)
    if stated is not None:
        yield marks.finding("duration_days", stated[0], 0.9, (stated[1], stated[2]), "stated number of days")
        return
    if start and end:
        opened = datetime.date.fromisoformat(start.value)
        days = (datetime.date.fromisoformat(end.value) - opened).days + 1
        if best is not None and (weekly := days_of_each_week(marks, best.start, best.end)) is not None:
            held = sum(
                (opened + datetime.timedelta(days=n)).weekday() in weekly for n in range(min(days, _MOST_BETWEEN))
            )
            if held:
                yield Finding("duration_days", held, 0.75, start.spans[:1], "the same days of each week")
            return
        if 1 <= days <= _MOST_BETWEEN:
            yield Finding("duration_days", days, 0.9, start.spans[:1], "days from first to last")
        return
    if best is not None and best.precision == RANGE and best.first is not None and best.last is not None:
        first, last = best.first.with_year(2001), best.last.with_year(2001)
        is_weekly = days_of_each_week(marks, best.start, best.end) is not None
        days = (last - first).days + 1 if first and last and not is_weekly else 0
    else:
        return
    if 1 <= days <= _MOST_BETWEEN:
        yield marks.finding("duration_days", days, 0.9, (best.start, best.end), "days from first to last")
