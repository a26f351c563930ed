"""Why a press release was read as it was: the rule that made a finding, in the words of a person."""

from typing import Final

from flask_babel import gettext as _

from workshops.errors import N_

_SAID: Final = {
    "agency named first": N_("agency that the text names first; who organises it does not say"),
    "agency of people who take part": N_("agency of people who take part"),
    "amount beside its funder": N_("amount beside the funder"),
    "behind its label": N_("stands behind its label"),
    "brackets after the name": N_("letters in brackets behind the name"),
    "building named with the event": N_("place named with the event"),
    "by hand": N_("chosen by a person"),
    "contact lines": N_("lines that say whom to ask"),
    "country beside the town": N_("country beside the town"),
    "country named most": N_("country that the text names most"),
    "country of participants": N_("country beside the words for who takes part"),
    "country of the biggest town of that name": N_("country of the biggest town of this name"),
    "country of the town": N_("country in which this town lies"),
    "country of trainers": N_("country beside the words for who teaches"),
    "country the lead speaks of": N_("country of which the first sentences speak"),
    "country visited": N_("country that the visit leads to"),
    "day, month and year known": N_("date with the event; the year from the text or its own date"),
    "days from first to last": N_("counted from the first day to the last"),
    "first noun of the event": N_("first word for an event of some kind"),
    "host country": N_("country in which the event is held"),
    "how the event is held": N_("words for how it is held"),
    "learned topics": N_("stands as subjects do in texts read before"),
    "length beside the project": N_("length beside the project"),
    "line before the body": N_("line above the text"),
    "most precise time": N_("most exact time given with the event"),
    "name of a law": N_("named as laws and conventions are"),
    "name of a project": N_("behind a word such as “project” or “programme”"),
    "national event": N_("country of the event, as no other is named"),
    "nationality of a guest": N_("nationality of somebody named who comes from elsewhere"),
    "number of a sex beside that of the participants": N_("number near that of all participants"),
    "number of people": N_("number before a word for people"),
    "only country of the lead": N_("only country in the first sentences"),
    "person in a sentence on trainers": N_("person in a sentence on who teaches"),
    "phrase after number or audience": N_("words behind the number, or for whom it is held"),
    "quoted as the name of the event": N_("in quotation marks, as the name of the event"),
    "quoted as the theme of the event": N_("in quotation marks, as the theme of the event"),
    "stated number of days": N_("length as the text states it"),
    "subject of the event": N_("behind words such as “training on”"),
    "subject of the letter": N_("subject of the letter"),
    "the same days of each week": N_("counted: the same days of each week"),
    "table of participants": N_("row in a table of participants"),
    "town named with the event": N_("town named with the event"),
    "town of an institution": N_("country of the town in the name of the institution"),
    "words before the number": N_("words before the number"),
    "words beside the quotation": N_("in quotation marks, with the speaker beside it"),
}
"""What the rules of `workshops.press` that name no words of the text are called."""
_COMPUTED: Final = frozenset({"days from first to last", "the same days of each week", "rest", "sum"})


def why(rule: str) -> str:
    """What a rule went by: 'stands with “organised by”', "computed: 34 - 13"; "" where no rule is noted.

    A rule that is not one of the product's own is given by its name.
    """
    name, _colon, words = rule.partition(": ")
    if name in ("organisers", "partners", "funders") and words:
        return str(_("stands with “%(words)s”", words=words))
    if name == "behind its label" and words:
        return str(_("stands behind “%(words)s”", words=words))
    if name in ("rest", "sum"):
        return str(_("computed: %(sum)s", sum=words.replace("-", "−")))
    return str(_(_SAID[name])) if name in _SAID else rule


def is_computed(rule: str) -> bool:
    """Whether the text does not say the value: it was reckoned from what the text says."""
    return rule.partition(": ")[0] in _COMPUTED
