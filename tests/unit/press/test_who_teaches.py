"""Who teaches, in the turns of phrase in which news tells it, and from which countries."""

import pytest

from workshops.press.extract import read_press_release

EN = "The Ports Authority of Tanzania held a two-day workshop in Tanga for harbour pilots. "
FR = "Le ministère des Mines du Togo a organisé à Sokodé une formation de trois jours pour des géologues. "
ES = "El Colegio de Enfermeras de Bolivia organizó en Oruro un curso de cinco días para parteras. "

NAMED = [
    (EN + "The Maritime Institute was represented by Dr Grace Mollel, who spoke about currents.", ["Grace Mollel"]),
    (EN + "The director, Mrs Ellen Phiri, thanked the two facilitators, Dr Olaf Berg and Sala Vuki.", ["Olaf Berg", "Sala Vuki"]),
    (EN + "Mrs Phiri commended the tutors, among them the Zambian midwife Ruth Mumba and the surgeon Dan Cole.", ["Ruth Mumba", "Dan Cole"]),
    (EN + "Mr Aram Petrosyan, the president of the Bar, commended the trainers for their patience.", []),
    (EN + "Participant Ani Sargsyan said the trainers had been patient.", []),
    (EN + "Presentations are expected from Dr Tom Carter of the University of Auckland and Mrs Sala Vuki.", ["Tom Carter", "Sala Vuki"]),
    (EN + "One of the two trainers was Maria Costa, a judge from Portugal. The other was Liam Burke, from Ireland.", ["Maria Costa", "Liam Burke"]),
    (EN + "Maria Costa taught the first day. She was joined on the second by Liam Burke.", ["Maria Costa", "Liam Burke"]),
    (EN + "The programme has two parts:\n\n• Sampling – Tom Carter, University of Auckland. Lists.\n• Data – Inspector Joe Tuila, Fiji Police Force.\n", ["Tom Carter", "Joe Tuila"]),
    (EN + "The programme has two parts:\n\n• Opening – Tom Carter, University of Auckland. Lists.\n• Closing, with a visit by Joe Tuila.\n", []),
    (EN + "The trainers were Dr Ann Rao of the Fisheries Institute of India and Karl Hart of the Deltares Institute.", ["Ann Rao", "Karl Hart"]),
    (EN + "Sessions were led by Judge Helen Carr of the District Court of New South Wales and Tom Vaka, a Fijian pilot.", ["Helen Carr", "Tom Vaka"]),
    (EN + "The trainers were Superintendent Thandi Moke of the South African Police Service and Piet van Rijn, of the Dutch Navy.", ["Thandi Moke", "Piet van Rijn"]),
    (EN + "The trainers were Chad Brown and Georgia Lewis of the Border Force.", ["Chad Brown", "Georgia Lewis"]),
    (EN + "It was facilitated by Peter Roe and Driss El Fassi, with experience from the United States and Portugal.", ["Peter Roe", "Driss El Fassi"]),
    (FR + "Les formateurs étaient Maurice Dupont et Israël Kabongo, de la Police nationale.", ["Maurice Dupont", "Israël Kabongo"]),
    (ES + "Los instructores fueron Mauricio Lema e Israel Gómez, de la Policía Nacional.", ["Mauricio Lema", "Israel Gómez"]),
    (FR + "M. Garba a salué le travail des formateurs, dont le professeur sénégalais Omar Diop et la pharmacienne Lucie Meyer.", ["Omar Diop", "Lucie Meyer"]),
    (FR + "Des exposés sont attendus du Dr Alain Petit, de l'Université de Yaoundé, et de Mme Zara Adoum.", ["Alain Petit", "Zara Adoum"]),
    (FR + "L'un des deux formateurs était Marie Coste, juge à Lyon. L'autre était Adama Sow.", ["Marie Coste", "Adama Sow"]),
    (FR + "M. Sékou Bah, bâtonnier, a félicité les formateurs pour leur patience.", []),
    (ES + "La directora, Ana Choque, destacó el trabajo de los instructores, entre ellos la doctora Silvia Luna y el enfermero Mario Paz.", ["Silvia Luna", "Mario Paz"]),
    (ES + "Están previstas las intervenciones de Iván Solís, del INEC de Costa Rica, y Luz Pineda.", ["Iván Solís", "Luz Pineda"]),
    (ES + "María Costa, jueza uruguaya, dictó la primera jornada y el chileno Juan Ríos, la segunda.", ["María Costa", "Juan Ríos"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_who_teaches_by_name(text: str, names: list[str]) -> None:
    assert [expert["name"] for expert in read_press_release(text).values("experts")] == names


NAMELESS = [
    (EN + "A Kenyan prosecutor and a Scottish dog handler ran the sessions.", ["KE", "GB"], ["TZ"]),
    (EN + "A retired Dutch detective and two Norwegian biologists did the teaching.", ["NL", "NO"], ["TZ"]),
    (EN + "A Kenyan prosecutor walked the pilots through the law of the sea.", ["KE"], ["TZ"]),
    (EN + "Two Kenyan pilots were guided through the law of the sea.", [], ["KE"]),
    (FR + "L'encadrement était confié à deux officiers français et à un pilote ivoirien.", ["FR", "CI"], ["TG"]),
    (FR + "Elle a été dispensée par des cadres du Service géologique du Canada.", ["CA"], ["TG"]),
    (ES + "Una bióloga mexicana dictará las lecciones.", ["MX"], ["BO"]),
    (ES + "Un auditor uruguayo habló de los partos de riesgo.", ["UY"], ["BO"]),
    (EN + "The trainers came from Georgia and Jordan. Chad Customs sent a car.", ["GE", "JO"], ["TZ"]),
    (EN + "The lessons were given by Helen Carr of the District Court of New South Wales.", ["AU"], ["TZ"]),
    (ES + "Dictaron las lecciones una bióloga mexicana y un auditor uruguayo.", ["MX", "UY"], ["BO"]),
]


@pytest.mark.parametrize(("text", "teaching", "taking_part"), NAMELESS)
def test_countries_of_teachers_without_names(text: str, teaching: list[str], taking_part: list[str]) -> None:
    facts = read_press_release(text)
    assert (facts.values("expert_countries"), facts.values("participant_countries")) == (teaching, taking_part)


def test_who_teaches_is_no_organiser_though_an_acronym_stands_in_brackets_behind_the_name() -> None:
    facts = read_press_release(EN + "The sessions were facilitated by Solveig Brandvold (KRUS) and Ann Bolt.")
    assert "Solveig Brandvold" not in "".join(facts.values("organisers"))
    assert [expert["affiliation"] for expert in facts.values("experts")] == ["KRUS", None]


def test_a_code_that_is_taught_is_nobodys_institution() -> None:
    facts = read_press_release(
        EN + "A Dutch trainer, Piet de Wit, walked the pilots through drills under the ISPS Code."
    )
    assert [expert["affiliation"] for expert in facts.values("experts")] == [None]
