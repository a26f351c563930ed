"""Who was trained, in which building, and by which laws: the words of the text that say it, and where they end."""

import pytest

from workshops.press.extract import read_press_release

WHO = [
    ("UNDP held a workshop in Apia. Nurses, midwives and village health workers from all islands took part.", "Nurses, midwives and village health workers from all islands"),
    ("ICAO ran a course in Lima for 24 inspectors of the Civil Aviation Authority, led by two captains.", "inspectors of the Civil Aviation Authority"),
    ("The course in Suva trained ten fishers, nine observers and six port officers. It was meant for coastal officers of the Fisheries Ministry.", "coastal officers of the Fisheries Ministry"),
    ("The FAO ran a workshop in Accra for veterinarians. Veterinarians and laboratory technicians from every region came for five days and enrolled.", "Veterinarians and laboratory technicians from every region"),
    ("The OSCE held a seminar in Skopje for prosecutors entitled “Hidden money”.", "prosecutors"),
    ("Some 60 people, teachers and principals of rural schools, attended the workshop that UNESCO held in Nadi.", "teachers and principals of rural schools"),
    ("L'OMS a tenu à Lomé un atelier. Trente agents de la Direction de la pharmacie, de la Douane et de la Gendarmerie nationale y ont pris part.", "agents de la Direction de la pharmacie, de la Douane et de la Gendarmerie nationale"),
    ("L'OIT a formé à Tunis douze inspecteurs du travail ainsi que 5 médecins de la Caisse nationale lors d'un atelier.", "inspecteurs du travail ainsi que 5 médecins de la Caisse nationale"),
    ("Un atelier se tient à Bamako à l'intention des forces de sécurité et des autorités religieuses du pays. 12 policiers, 9 gendarmes et 4 imams y prennent part.", "forces de sécurité et des autorités religieuses du pays"),
    ("La FAO impartió en Cuenca un taller. Se conectaron biólogos, ictiólogos y pescadores artesanales de Ecuador, Perú y Chile.", "biólogos, ictiólogos y pescadores artesanales"),
    ("La OEA dictó en Lima un curso. Participaron 30 funcionarios de aduanas, migración y sanidad.", "funcionarios de aduanas, migración y sanidad"),
    ("La CEPAL dictó en Lima un taller. Participaron 35 servidores de catastro del sur del país, entre topógrafos, abogados y dibujantes.", "servidores de catastro del sur del país"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), WHO)
def test_who_was_trained(text: str, who: str) -> None:
    assert read_press_release(text).value("participants_description") == who
