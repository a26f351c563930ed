"""Who organises the event, with whom, and who pays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workshops.press.agencies import AgencyMention
from workshops.press.chains import chain_after
from workshops.press.entities import same_agency
from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks
from workshops.press.money import find_money, givers
from workshops.press.roles import (
    Holder,
    holders_after,
    holders_and_with,
    holders_before,
    holders_by,
    holders_in_relative,
    holders_inverted,
    holders_named_as,
    holders_with,
)
from workshops.press.unheaded_names import joined_before_verbs, named_by_their_acts
from workshops.press.words import worded

_REACH_OF_THANKS = 220
_REACH_OF_STAFF = 50
_ABOUT = worded(lambda w: rf"(?<!\w){w.any_of('about_a_body')}$")
"""Before a body in small letters that is what the event is about: "atelier sur l'inspection du travail"."""
_OF = worded(lambda w: rf"\s{w.any_of('of_country')}(?: (?:l')?|(?<='))")
_WITH_SUM = worded(
    lambda w: (
        rf",? ?\(?{w.any_of('which')}? ?{w.any_of('with_a_sum')}? ?"
        rf"(?:{w.any_of('before_a_sum')} )?{w.any_of('grant_of')}?"
    )
)
_REACH_OF_SUM = 60
_WITH_WHOM = worded(lambda w: rf"(?<!\w){w.any_of('jointly_with')}")
"""Organised so, it has a partner, also one that pays."""
_LED_EVENTS = ("event_workshop", "event_seminar", "event_conference", "event_webinar")
"""Kinds of events that belong to who holds them; a training or course may belong to who takes it."""
_REACH_OF_EVENT = 40
_EVENT_OF = worded(
    lambda w: (
        rf" (?:{w.any_of('project_adjectives')} ?)?"
        rf"(?:(?:{w.any_of('of')}(?: |(?<=')))(?:{w.any_of('singular_articles')}(?: |(?<=')))?)?(?<! of )"
    )
)
"""Between an event and whose it is: "atelier régional de l'", and in English, where it goes before, "WHO regional"."""
_OWNED = re.compile(r"'s (?:[\w-]+ ){0,3}")
_LONGEST_TURN = 44
MOST_AGENCIES = 40
"""No press release names more in one role; a list of names without end is cut here."""


def find_funders(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """Those after "funded by" and the like, and the subjects of "finances", "met the costs"."""
    if not known.value("is_workshop"):
        return ()
    holders = [
        *holders_after(marks, "fund_before", with_states=True),
        *holders_before(marks, "fund_active", needs_object=False, with_states=True),
        *holders_inverted(marks, "fund_active", with_states=True),
        *(h for h in holders_after(marks, "project_supported", with_states=True) if h.agency not in marks.agencies),
        *_named_before_funded(marks),
        *_funds(marks),
        *holders_named_as(marks, "as_funder"),
        *_thanked_for_money(marks),
        *_supporters_with_a_sum(marks, known.value("country")),
        *givers(marks, known.value("country")),
    ]
    money = find_money(marks, known.value("country"))
    holders = [h for h in holders if not any(m.start <= h.agency.start < m.end for m in money)]
    return _findings(marks, "funders", holders, (), 0.85)


def _named_before_funded(marks: Marks) -> Iterator[Holder]:
    """ "EU-funded", "the USAID funded project": who pays, named right before."""
    if marks.language != "en":
        return
    for m in re.finditer(
        r"(?<!\w)([A-Z][A-Za-z]+)[ -](?:funded|financed|sponsored)(?= [a-z\"“‘]| [A-Z][a-z]+ (?:project|programme))",
        marks.article.text,
    ):
        if marks.scope.is_told(m.start()) and sum(c.isupper() for c in m.group(1)) >= 2:
            name = m.group(1)
            yield Holder(AgencyMention(m.start(1), m.end(1), m.end(1), name, None, True), m.span())


def _funds(marks: Marks) -> Iterator[Holder]:
    """Funds under which the event is held, by what they are called: "under the Pacific Health Fund"."""
    for sentence, m in marks.told("under_a_fund"):
        for agency in chain_after(marks, m.end(), sentence.end)[:1]:
            words = agency.name.lower().split()
            if marks.words.has(words[-1 if marks.language == "en" else 0], "funds"):
                yield Holder(agency, m.span())


def _thanked_for_money(marks: Marks) -> Iterator[Holder]:
    """ "thanked A and B for funding the course": who is thanked for paying."""
    for holder in holders_after(marks, "partner_thanked", with_states=True):
        following = marks.article.low[holder.trigger[1] : holder.trigger[1] + _REACH_OF_THANKS].split(".")[0]
        if marks.words.pattern("for_money").search(following):
            yield holder


def _supporters_with_a_sum(marks: Marks, country: str | None) -> Iterator[Holder]:
    """ "Supported by the Agency with 300,000 euros": whom an amount that follows tells from other supporters."""
    sums = find_money(marks, country)
    for holder in holders_after(marks, "partner_before") if sums else ():
        end = holder.agency.whole_end
        following = next((m for m in sums if end <= m.start <= end + _REACH_OF_SUM), None)
        if following and _WITH_SUM(marks.language).fullmatch(marks.article.low, end, following.start):
            yield holder


def find_organisers(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """Subjects of "organises", agents of "organised by"; failing these the host, then who acts in the headline."""
    if not known.value("is_workshop"):
        return ()
    taken = _ends(marks, "fund_before", "partner_before")
    active = holders_before(marks, "organise_active", needs_object=True)
    passive = holders_by(marks, "organise_passive", taken)
    partners = [h.agency for h in holders_after(marks, "partner_before", "fund_before")]
    inverted = [*holders_inverted(marks, "organise_active"), *holders_in_relative(marks, "organise_active")]
    named = [*holders_after(marks, "joint_acts"), *holders_before(marks, "is_organiser", needs_object=False)]
    found = [h for h in (*active, *passive, *inverted, *named) if h.agency not in partners]
    found = found or [*holders_after(marks, "co_organised")] or [*_owners(marks)]
    found += [*named_by_their_acts(marks, found), *joined_before_verbs(marks, found)]
    if found:
        return _findings(marks, "organisers", found, (), 0.85)
    hosts = [*holders_before(marks, "host_active", needs_object=True), *holders_by(marks, "host_passive", taken)]
    if hosts:
        return _findings(marks, "organisers", list(_whose_event(marks)) or hosts, (), 0.6)
    partners += (h.agency for h in holders_after(marks, "visited", "stayed_at") if _is_visit(known))
    return _findings(marks, "organisers", _first_actor(marks, partners), (), 0.35)


def _owners(marks: Marks) -> Iterator[Holder]:
    """Bodies in the genitive before the event: "the National Statistics Bureau's workshop on mapping"."""
    for agency in marks.agencies if marks.language == "en" else ():
        event = marks.scope.first_event(agency.end, agency.end + _REACH_OF_EVENT)
        if event is not None and _OWNED.fullmatch(marks.article.low, agency.end, event.start):
            yield Holder(agency, (agency.end, event.end))


def _whose_event(marks: Marks) -> Iterator[Holder]:
    """Bodies known by their letters whose event the host receives: "hosted a WHO workshop", "un atelier de l'OMS"."""
    low, events = marks.article.low, marks.words.pattern(*_LED_EVENTS)
    for agency in marks.agencies:
        if not agency.name.isupper() or not marks.scope.is_told(agency.start):
            continue
        before, behind = max(0, agency.start - _REACH_OF_EVENT), agency.whole_end + _REACH_OF_EVENT
        if marks.language == "en":
            noun = next(iter(events.finditer(low, agency.whole_end, behind)), None)
            gap = low[agency.whole_end : noun.start()] if noun else "."
        else:
            noun = next(reversed(list(events.finditer(low, before, agency.start))), None)
            gap = low[noun.end() : agency.start] if noun else "."
        if noun is not None and _EVENT_OF(marks.language).fullmatch(gap):
            yield Holder(agency, noun.span())


def _first_actor(marks: Marks, partners: list[AgencyMention]) -> list[Holder]:
    """The first agency of the headline or of the first sentence, when no rule says who organises."""
    title = marks.article.title
    spans = [(title.start, title.end)] if title else []
    spans += [(s.start, s.end) for s in marks.scope.told[:1]]
    for start, end in spans:
        for agency in marks.agencies_in(start, end):
            if agency.is_certain and agency not in partners and not _is_of_staff(marks, agency, start):
                return [Holder(a, (agency.start, agency.end)) for a in chain_after(marks, agency.start, end)]
    return []


def _is_of_staff(marks: Marks, agency: AgencyMention, floor: int) -> bool:
    """Whether people stand before the name, who are of that agency, or it is the programme the event is part of."""
    before = marks.article.low[max(floor, agency.start - _REACH_OF_STAFF) : agency.start]
    if agency.name[0].islower() and _ABOUT(marks.language).search(before):
        return True
    if any(len(before) - m.end() <= len(" the ") for m in marks.words.pattern("project_before").finditer(before)):
        return True
    people = list(marks.words.pattern("people_nouns").finditer(before))
    return bool(people) and re.search(r"[.,;:]", before[people[-1].end() :]) is None


def find_partners(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """Those after "in cooperation with", hosts, bodies thanked, and on a study visit the institutions visited."""
    if not known.value("is_workshop"):
        return ()
    low = marks.article.low
    holders = [
        *holders_after(marks, "partner_before"),
        *holders_with(marks),
        *holders_and_with(marks),
        *holders_before(marks, "host_active", needs_object=True),
        *holders_by(marks, "host_passive", _ends(marks, "fund_before")),
        *holders_before(marks, "partner_active", needs_object=False),
        *holders_inverted(marks, "partner_active"),
        *holders_named_as(marks, "as_partner"),
        *(h for h in holders_after(marks, "partner_thanked") if low[h.trigger[1] : h.trigger[1] + 1] != "."),
    ]
    if _is_visit(known):
        holders += holders_after(marks, "visited", "stayed_at")
    organisers, funders = known.values("organisers"), known.values("funders")
    entities = marks.entities
    holders = [h for h in holders if not _is_part_of(marks, h.agency, organisers)]
    together = [h for h in holders if _WITH_WHOM(marks.language).search(low, *h.trigger)]
    both = {name for h in together for name in funders if same_agency(entities.fullest(h.agency).full_name, name)}
    return _findings(marks, "partners", holders, (*organisers, *(f for f in funders if f not in both)), 0.85)


def _is_visit(known: PressFacts) -> bool:
    return bool(known.value("event_type") == "study_visit")


def _is_part_of(marks: Marks, agency: AgencyMention, organisers: list[str]) -> bool:
    """Whether a body belongs to one that organises: "le Centre de formation (CRF) de l'OMD a accueilli un cours"."""
    of = _OF(marks.language).match(marks.article.low, agency.whole_end)
    parents = marks.agencies_around(of.end()) if of else ()
    parent = marks.entities.fullest(parents[0]).full_name if parents else None
    return parent is not None and any(same_agency(parent, name) for name in organisers)


def _ends(marks: Marks, *names: str) -> set[int]:
    return {m.end() for m in marks.words.pattern(*names).finditer(marks.article.low)}


def _findings(
    marks: Marks, field: str, holders: Iterable[Holder], others: Iterable[str], confidence: float
) -> list[Finding]:
    """One finding per agency, under the fullest name that the text gives it; `others` hold another role already."""
    entities = marks.entities
    found: list[Finding] = []
    taken = list(others)
    named = {(agency.start, agency.end) for agency in marks.agencies}
    for holder in sorted(holders, key=lambda h: h.agency.start):
        fullest = entities.fullest(holder.agency)
        if entities.is_unspecific(holder.agency) or any(same_agency(fullest.full_name, name) for name in taken):
            continue
        taken.append(fullest.full_name)
        if len(found) == MOST_AGENCIES:
            break
        span = (holder.agency.start, holder.agency.whole_end)
        rule = "agency named first" if holder.trigger in named else f"{field}: {_shown(marks.text(*holder.trigger))}"
        found.append(marks.finding(field, fullest.full_name, confidence, span, rule, len(found)))
    return found


def _shown(turn: str) -> str:
    """The words that give a role as a person is shown them: of a long turn the end, where its verb stands."""
    words = " ".join(turn.split())
    return words if len(words) <= _LONGEST_TURN else "… " + words[-_LONGEST_TURN:].partition(" ")[2]
