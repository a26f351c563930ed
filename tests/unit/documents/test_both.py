import re
from copy import deepcopy

import pytest
from jinja2 import Template
from markupsafe import Markup, escape

from workshops.documents import pages
from workshops.documents.both import Both, Figure, alone, in_each, in_language, known_in, side_by_side

BOTH = ("en", "fr")


def shown(source: str, languages: tuple[str, ...] | str = BOTH, **values: object) -> str:
    languages = (languages,) if isinstance(languages, str) else languages
    template: Template = pages._environment(languages).from_string(source)
    return re.sub(r"<span(?: class=\"also\")? lang=\"(..)\">", r"[\1: ", template.render(**values)).replace(
        "</span>", "]"
    )


def test_what_differs_stands_in_both_and_what_does_not_once() -> None:
    assert shown('{{ _("Title") }}') == "[en: Title] [fr: Titre]"
    assert shown('{{ _("Date") }}') == "Date"


def test_one_language_is_plain_text() -> None:
    assert shown('{{ _("Title") }}', "fr") == shown('{{ _("Title") }}', ("fr",)) == "Titre"


def test_a_sentence_takes_what_is_in_it_in_its_own_language() -> None:
    said = shown(
        '{{ _("Organised by %(agencies)s", agencies=names|all) }}',
        names=["A", Both({"en": "One", "fr": "Un"}), "C & D"],
    )
    assert said == "[en: Organised by A, One and C &amp; D] [fr: Organisé par A, Un et C &amp; D]"


def test_figures_stand_once_but_are_written_as_the_sentence() -> None:
    assert shown("{{ 1200|number }}") == "1,200"
    assert shown("{{ 0.45|percent }}", ("fr", "en")) == "45\u00a0%"
    said = shown('{{ _("%(reached)s people reached", reached=1200|number) }}')
    assert said == "[en: 1,200 people reached] [fr: 1\u202f200 personnes touchées]"


def test_text_of_people_is_escaped_in_each_language_and_runs_its_own_way() -> None:
    said = shown("{{ text(title) }}", title=Both({"en": "<b>", "fr": "منى"}))
    assert said == '[en: <bdi dir="ltr">&lt;b&gt;</bdi>] [fr: <bdi dir="rtl">منى</bdi>]'


def test_paragraphs_stand_side_by_side() -> None:
    said = shown("{{ prose(words) }}", words=Both({"en": "A\nB", "fr": "C"}))
    assert said == (
        '<div class="both"><div lang="en"><p dir="ltr">A</p>\n<p dir="ltr">B</p></div>'
        '<div lang="fr"><p dir="ltr">C</p></div></div>'
    )
    assert side_by_side("<") == Markup("&lt;")


def test_where_there_is_room_for_one_it_is_the_first() -> None:
    title = Both({"fr": "Un", "es": "Uno"})
    assert title == alone(title) == "Un"
    assert shown('{{ _("Title")|alone }}', ("fr", "en")) == "Titre"
    assert alone(in_each(BOTH, lambda language: Markup("<b>%s</b>") % language)) == Markup("<b>en</b>")


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"en": "One", "fr": "Un"}, Both({"en": "One", "fr": "Un"})),
        ({"en": "One", "fr": "One"}, "One"),
        ({"fr": "Un"}, "Un"),
        ({"es": "Uno"}, "Title"),
    ],
)
def test_a_record_is_quoted_in_the_languages_it_has(texts: dict[str, str], said: str) -> None:
    assert repr(known_in(BOTH, texts, "Title")) == repr(said)


def test_it_shows_what_it_holds_and_can_be_copied() -> None:
    figure = Figure({"en": "1,200", "fr": "1 200"})
    assert repr(figure) == "Both({'en': '1,200', 'fr': '1 200'})"
    copied = deepcopy(figure)
    assert type(copied) is Figure
    assert copied.parts == figure.parts
    assert escape(figure) == "1,200"
    assert in_language((figure, 3), "fr") == ["1 200", 3]
