"""People who only benefit, and numbers that only tell what is hoped for, are no exact number of participants."""

import pytest

from workshops.press.extract import read_press_release


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Un atelier s'est tenu à Saly le 3 mai 2023. Il a réuni 38 participants. Près de 1 200 agriculteurs bénéficieront indirectement de la formation.", 38),
        ("Un atelier s'est tenu à Saly le 3 mai 2023. Il a réuni 38 agents. L'atelier profitera indirectement à 1 200 éleveurs.", 38),
        ("Trente-huit agents ont pris part à un atelier à Kara le 3 mai 2023. À terme, 900 familles et 1 200 pêcheurs en bénéficieront.", 38),
        ("Un atelier a réuni 38 juges à Kara le 3 mai 2023. Bénéficiaires indirects de l'atelier : 1 200 personnes.", 38),
        ("A workshop brought together 38 extension officers in Lusaka on 3 May 2023. Some 1,200 farmers will benefit from the training.", 38),
        ("A workshop was held in Lusaka on 3 May 2023. It was attended by 38 officers. The training will indirectly benefit 1,200 farmers.", 38),
        ("Thirty-eight nurses attended a workshop in Lusaka on 3 May 2023. An estimated 1,200 women stand to benefit from the workshop.", 38),
        ("Thirty-eight nurses attended a workshop in Lusaka on 3 May 2023. Indirect beneficiaries of the workshop: 1,200 women.", 38),
        ("El taller se realizó en Quito el 3 de mayo de 2023. Participaron 38 técnicos. Unos 1.200 agricultores se beneficiarán indirectamente del taller.", 38),
        ("El taller reunió a 38 técnicos en Quito el 3 de mayo de 2023. La capacitación beneficiará indirectamente a 1.200 agricultores.", 38),
        ("El taller reunió a 38 técnicos en Quito el 3 de mayo de 2023. Más de 1.200 pescadores se beneficiarán del taller.", 38),
        # where the text counts no others, those who will benefit from it are the participants
        ("Vingt agents bénéficieront d'une formation à Kara du 3 au 5 mai 2023.", 20),
        ("Twenty officers will benefit from a training workshop in Lusaka from 3 to 5 May 2023.", 20),
        ("Veinte agentes se beneficiarán de un taller en Quito del 3 al 5 de mayo de 2023.", 20),
    ],
)  # fmt: skip
def test_who_benefits_later_or_indirectly_does_not_take_part(text: str, count: int) -> None:
    assert read_press_release(text).value("participants_count") == count


@pytest.mark.parametrize(
    ("text", "count", "qualifier", "women"),
    [
        ("A workshop opens in Lima on 3 May 2023. Some 50 to 60 officers are expected, at least half of them women.", 60, "about", None),
        ("A workshop for 50-60 officers, half of them women, was held in Lima on 3 May 2023.", 60, "about", None),
        ("Between 50 and 60 officers attended a workshop in Lima on 3 May 2023.", 60, "about", None),
        ("Sixty officers are expected at a workshop in Lima from 3 to 5 May 2023, half of them women.", 60, "about", None),
        ("A workshop was held in Lima on 3 May 2023 for 60 officers, at least half of them women.", 60, "exact", None),
        ("A workshop was held in Lima on 3 May 2023 for 60 officers, half of them women.", 60, "exact", 30),
        ("Entre 50 et 60 agents ont suivi un atelier à Kara le 3 mai 2023, dont la moitié de femmes.", 60, "about", None),
        ("Soixante agents sont attendus à un atelier à Kara du 3 au 5 mai 2023, dont la moitié de femmes.", 60, "about", None),
        ("L'atelier devrait réunir 60 agents à Kara du 3 au 5 mai 2023.", 60, "about", None),
        ("Un atelier a réuni 60 agents à Kara le 3 mai 2023, dont au moins la moitié de femmes.", 60, "exact", None),
        ("De 50 a 60 agentes participaron en un taller en Quito el 3 de mayo de 2023.", 60, "about", None),
        ("Se espera la participación de 60 agentes en el taller de Quito del 3 al 5 de mayo de 2023, la mitad mujeres.", 60, "about", None),
        ("El taller reunió a 60 agentes en Quito el 3 de mayo de 2023, al menos la mitad mujeres.", 60, "exact", None),
    ],
)  # fmt: skip
def test_ranges_and_forecasts_are_not_exact(text: str, count: int, qualifier: str, women: int | None) -> None:
    facts = read_press_release(text)
    assert facts.value("participants_count") == count
    assert facts.value("participants_qualifier") == qualifier
    assert facts.value("women_count") == women


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Inspectors are trained\n\nForty-six labour inspectors, nineteen of them women, completed a training in Kitwe on 8 March 2024. Inspectors attended the training gladly.", "labour inspectors"),
        ("Forty-six labour inspectors, 19 women and 27 men, completed a training in Kitwe on 8 March 2024. Inspectors attended the training gladly.", "labour inspectors"),
        ("Quarante-six inspecteurs du travail, 19 femmes et 27 hommes, ont suivi une formation à Kara le 8 mars 2024. Les inspecteurs ont participé à la formation.", "inspecteurs du travail"),
        ("Cuarenta y seis inspectores de trabajo, 19 de ellos mujeres, participaron en un taller en Quito el 8 de marzo de 2024. Los inspectores asistieron al taller.", "inspectores de trabajo"),
    ],
)  # fmt: skip
def test_women_among_them_do_not_part_them(text: str, who: str) -> None:
    assert read_press_release(text).value("participants_description") == who
