"""The words of letters and certificates: what is refused, what is filled in, and the usual words."""

import pytest

from tests.guards.test_translations import MISPRINTS
from workshops.domain.document_texts import (
    MEANINGS,
    PLACEHOLDERS,
    DocumentText,
    DocumentUse,
    MissingValues,
    default_text,
    fill,
    problems,
)
from workshops.domain.languages import INTERFACE_LANGUAGES

NOMINATION = DocumentUse.NOMINATION
EVERY = {name: f"<{name}>" for name in MEANINGS}

texts = pytest.mark.parametrize(
    ("use", "language"), [(use, language) for use in DocumentUse for language in INTERFACE_LANGUAGES]
)


@texts
def test_the_words_that_come_with_the_product_can_be_used(use: DocumentUse, language: str) -> None:
    assert list(problems(use, default_text(use, language))) == []


@texts
def test_they_are_set_as_their_language_is_printed(use: DocumentUse, language: str) -> None:
    text = default_text(use, language)
    shown = f"{text.heading}\n{text.body}"
    found = [what for what, sign in MISPRINTS.get(language, {}).items() if sign.search(shown)]
    assert found == []


@texts
def test_they_leave_no_gap_where_nothing_optional_is_known(use: DocumentUse, language: str) -> None:
    needed = ("participant", "activity", "workshop", *(("dates",) if use.is_certificate else ()))
    filled = fill(default_text(use, language), {name: "X" for name in needed})
    for part in (filled.heading, *filled.paragraphs):
        assert part
        assert not set(part) & set("[]{}")
        assert not any(gap in part for gap in ("  ", " ,", "()", " ."))


def test_every_placeholder_is_explained() -> None:
    assert {name for names in PLACEHOLDERS.values() for name in names} == set(MEANINGS)


def test_each_use_has_its_own_few() -> None:
    assert "seats" in PLACEHOLDERS[NOMINATION]
    assert "seats" not in PLACEHOLDERS[DocumentUse.ATTENDANCE]


def said(body: str, use: DocumentUse = NOMINATION) -> list[tuple[str, str]]:
    return [
        (problem.field, problem.message % problem.params) for problem in problems(use, DocumentText("Subject", body))
    ]


@pytest.mark.parametrize(
    ("body", "nearest"),
    [
        ("{dedline}", "{deadline}"),
        ("{Deadline}", "{deadline}"),
        ("{ deadline }", "{deadline}"),
        ("{work shop}", "{workshop}"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest_one(body: str, nearest: str) -> None:
    assert said(f"Answer by {body}.") == [("body", f"{body} is not known. Did you mean {nearest}?")]


def test_a_name_that_resembles_none_leads_to_the_list() -> None:
    ((field, sentence),) = said("{zzz}")
    assert field == "body"
    assert sentence.startswith("{zzz} is not known. Use those that stand beside the text")


@pytest.mark.parametrize(
    "body",
    ["{{7*7}}", "{x.__class__}", "{participant.__class__}", "{0}", "{}", "{workshop!r}", "{workshop:>9}", "{% if x %}"],
)
def test_nothing_that_a_template_would_run_can_be_saved(body: str) -> None:
    assert said(f"A {body} b")


@pytest.mark.parametrize("body", ["by {deadline", "by deadline}", "{{deadline}", "{dead{line}}"])
def test_a_brace_without_its_pair_is_shown_with_the_words_around_it(body: str) -> None:
    sentence = said(f"Answer {body}, please.")[0][1]
    assert sentence.startswith("A brace is left open or closed too much: “Answer")


@pytest.mark.parametrize(
    ("body", "sentences"),
    [
        ("{participant}\n\nSee {{7*7}} there", ["{{7*7}} is not known. Use those"]),
        ("{{participant}}", ["{{participant}} is not known. Did you mean {participant}?"]),
        ("{participnt}", ["{participnt} is not known. Did you mean {participant}?"]),
        ("To {participant}", ["{participant} has to stand once by itself"]),
        (
            "{participant}\n\nhas attended all of the days and was given {hours of training that were counted",
            ["A brace is left open or closed too much: “… of the days and was given {hours of training that were …”"],
        ),
    ],
)
def test_a_fault_is_told_once_and_where_it_is(body: str, sentences: list[str]) -> None:
    found = [sentence for _field, sentence in said(body, DocumentUse.ATTENDANCE)]
    assert [sentence[: len(start)] for sentence, start in zip(found, sentences, strict=True)] == sentences


@pytest.mark.parametrize("body", ["[by {deadline}", "by {deadline}]", "[a [b {deadline}]]"])
def test_a_bracket_without_its_pair_is_refused(body: str) -> None:
    assert "bracket" in said(body)[0][1]


@pytest.mark.parametrize("literal", ["%(deadline)s", "%s", "$deadline", "<b>x</b>", "**x**", "100 %", "[sic]", "a\\b"])
def test_anything_else_is_text(literal: str) -> None:
    assert said(f"A {literal} b") == []
    assert fill(DocumentText("S", f"A {literal} b"), {}).paragraphs == (f"A {literal} b",)


def test_an_empty_text_and_an_endless_one_are_refused() -> None:
    assert [problem.field for problem in problems(NOMINATION, DocumentText(" ", ""))] == ["heading", "body"]
    long = DocumentText("x" * 201, "x" * 6_001)
    assert [problem.params["limit"] for problem in problems(NOMINATION, long)] == [200, 6_000]


def test_a_certificate_says_where_the_name_is_set() -> None:
    use = DocumentUse.ATTENDANCE
    assert said("This certifies that\n\n{participant}\n\ntook part in {workshop}", use) == []
    for body in ("{participant} took part", "took part", "{participant}\n\n{participant}"):
        assert "{participant} has to stand once by itself" in said(body, use)[0][1]


def test_values_are_text_whatever_they_hold() -> None:
    hostile = "{office} {{7*7}} [x] <script>%(a)s"
    filled = fill(
        DocumentText("{workshop}", "A {workshop}[, {agency}] b"), {"workshop": hostile, "agency": "[{office}]"}
    )
    assert filled.heading == hostile
    assert filled.paragraphs == (f"A {hostile}, [{{office}}] b",)


def test_a_value_stays_on_its_line() -> None:
    assert fill(DocumentText("S", "A {objectives}"), {"objectives": "one\n\ntwo\u202e"}).paragraphs == ("A one two",)


def test_words_in_brackets_go_with_the_value_that_is_not_known() -> None:
    text = DocumentText("S", "Held[ in {place}][ ({dates})].\n\n[By {deadline},\n\nto {contact}.]\n\nEnd")
    assert fill(text, {"place": "Lima"}).paragraphs == ("Held in Lima.", "End")
    everything = fill(text, EVERY).paragraphs
    assert everything == ("Held in <place> (<dates>).", "By <deadline>,", "to <contact>.", "End")


def test_a_value_that_is_missing_elsewhere_stops_the_document() -> None:
    with pytest.raises(MissingValues) as error:
        fill(DocumentText("{workshop}", "{deadline} {seats} {deadline}"), {"workshop": "W", "seats": " "})
    assert error.value.names == ("deadline", "seats")


def test_paragraphs_are_parted_by_empty_lines_and_keep_their_lines() -> None:
    text = DocumentText("S", "\n\none\ntwo  three\n \t\n\n\n{participant}\n\nfour")
    filled = fill(text, {"participant": "Ana"})
    assert filled.paragraphs == ("one\ntwo three", "Ana", "four")
    assert filled.name_at == 1
    assert fill(DocumentText("S", "Ana"), {"participant": "Ana"}).name_at is None
