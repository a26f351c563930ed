import pytest

from workshops.domain.folding import fold


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("L'Équipe  d’Oulan-Bator", "l equipe d oulan bator"),
        ("NGUYỄN Thị Hương", "nguyen thi huong"),
        ("Straße, Œuvre, Łódź", "strasse oeuvre lodz"),
        ("GABP/GAPB", "gabp gapb"),
        ("", ""),
        ("***", ""),
    ],
)
def test_accents_case_and_punctuation_do_not_count(typed: str, folded: str) -> None:
    assert fold(typed) == folded


def test_marks_that_a_script_needs_are_kept() -> None:
    assert fold("สมชาย ใจดี") == "สมชาย ใจดี"
