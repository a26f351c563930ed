"""Tables of participants are read as participants, never as contacts."""

import pytest

from workshops.press.extract import read_press_release

FR = "Douze sages-femmes formées à Dakar\n\nDakar, 12 mai 2024. L'OMS a organisé un atelier à Dakar pour 12 participantes."
EN = "Officers trained in Lima\n\nLima, 12 May 2024. The IOM held a workshop in Lima, Peru, for 20 officers."
ES = "Capacitan a oficiales\n\nLima, 12 de mayo de 2024. La OIM realizó un taller en Lima, Perú, para 20 oficiales."


@pytest.mark.parametrize(
    ("text", "table", "expected"),
    [
        (FR, "Nom\tStructure\nAwa Ndiaye\tHôpital Principal\nFatou Sarr\tDirection de la santé",
         [("Awa Ndiaye", "Hôpital Principal", None), ("Fatou Sarr", "Direction de la santé", None)]),
        (FR, "N°\tPrénom\tNom\tFonction\n1\tAwa\tNdiaye\tSage-femme\n2\tFatou\tSarr\tMédecin",
         [("Awa Ndiaye", None, "Sage-femme"), ("Fatou Sarr", None, "Médecin")]),
        (EN, "List of participants\n\nName | Agency | Country\nAna Ruiz | Customs | Chile\n\nAna Ruiz | Customs | Chile",
         [("Ana Ruiz", "Customs", None)]),
        (EN, "Name\tAgency\tCountry\nAna Ruiz\tChile", [("Ana Ruiz", None, None)]),
        (ES, "Nombre y apellidos | Institución | Cargo\nAna Ruiz | Aduanas | Inspectora",
         [("Ana Ruiz", "Aduanas", "Inspectora")]),
        (EN, "Trainers\n\nName | Agency\nAna Ruiz | Customs", []),
        (EN, "Press contact:\nName | Organisation\nAna Ruiz | IOM", []),
        (EN, "Home | About | News", []),
    ],
)  # fmt: skip
def test_rows_are_participants(text: str, table: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    whole = f"{text}\n\n{table}"
    facts = read_press_release(whole)
    found = facts.items("participants")
    assert [(one.value["name"], one.value["agency"], one.value["post"]) for one in found] == expected
    for one in found:
        start, end = one.spans[0]
        assert one.value["name"].split()[0] in whole[start:end]
    if found:
        assert facts.values("contacts") == []
        assert facts.to_record() == read_press_release(text).to_record() | (
            {"participant_countries": facts.values("participant_countries")} if "Country" in table else {}
        )


def test_countries_of_a_table_count_once() -> None:
    table = "Name | Agency | Country\nAna Ruiz | Customs | Chile\nJuan Paz | Police | Chile"
    assert read_press_release(f"{EN}\n\n{table}").values("participant_countries").count("CL") == 1


@pytest.mark.parametrize(
    ("text", "table", "codes"),
    [
        (FR, "Pays\tParticipants\nSénégal\t14\nMali\t8", {"SN", "ML"}),
        (EN, "Country | Participants\nChile | 14\nPeru | 6", {"CL", "PE"}),
        (ES, "País | Participantes\nChile | 14\nPerú | 6", {"CL", "PE"}),
    ],
)
def test_a_table_of_numbers_names_nobody(text: str, table: str, codes: set[str]) -> None:
    facts = read_press_release(f"{text}\n\n{table}")
    assert [*facts.values("contacts"), *facts.items("participants")] == []
    assert codes <= set(facts.values("participant_countries"))
