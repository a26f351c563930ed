"""Names in scripts without capitals, in texts of the languages that are read."""

import pytest

from workshops.press.extract import read_press_release


@pytest.mark.parametrize(
    "text",
    [
        "A workshop was held in Ulaanbaatar, Mongolia. 王小明 (China) and محمد الأمين (Egypt) led the sessions.",
        "Un atelier s'est tenu à Oulan-Bator. Les séances ont été animées par 王小明 (Chine) et محمد الأمين (Égypte).",
        "Se celebró un taller en Ulán Bator. Las sesiones fueron impartidas por 王小明 (China) y محمد الأمين (Egipto).",
    ],
)
def test_experts_are_read_in_any_script(text: str) -> None:
    facts = read_press_release("Nouvelles\n\n" + text)
    assert [expert["name"] for expert in facts.values("experts")] == ["王小明", "محمد الأمين"]


def test_an_ordinal_is_no_name() -> None:
    text = "Nota\n\nEl taller se celebró en Lima. Las sesiones de la 3.ª edición fueron impartidas por la Academia."
    assert not read_press_release(text).values("experts")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("国家移民管理局", "{} held a two-day training course in Comayagua (Honduras) on 27 and 28 February 2012."),
        ("وزارة الداخلية", "{} a organisé un atelier de deux jours à Gyumri (Arménie) les 2 et 3 mars 2016."),
        ("Министерство внутренних дел", "{} organizó un taller de dos días en Lae los días 2 y 3 de marzo de 2016."),
    ],
)
def test_bodies_are_read_in_any_script(body: str, said: str) -> None:
    assert read_press_release("News\n\n" + said.format(body)).values("organisers") == [body]


@pytest.mark.parametrize("name", ["สมชาย ใจดี", "María José de la Fuente", "Siti binti Abdullah", "सुनीता शर्मा"])
def test_vowel_marks_and_particles_belong_to_names(name: str) -> None:
    text = f"News\n\nThe Police Academy held a workshop in Lima. The sessions were facilitated by {name}, a lawyer."
    facts = read_press_release(text)
    assert [expert["name"] for expert in facts.values("experts")] == [name]
    assert facts.values("organisers") == ["Police Academy"]


def test_de_la_goes_on_with_a_body() -> None:
    text = "News\n\nA workshop was held in Lima with the Dirección Nacional de la Mujer, trained by Ana Ruiz."
    assert [expert["name"] for expert in read_press_release(text).values("experts")] == ["Ana Ruiz"]


@pytest.mark.parametrize("opening", ["For more information", "Pour plus d'informations", "Para más información"])
def test_a_contact_of_two_characters_keeps_what_is_his(opening: str) -> None:
    text = (
        f"News\n\nA workshop was held in Lima.\n\n{opening}:\n李华\nlihua@example.cn\n\nИван Петров\nivan@example.org"
    )
    read = read_press_release(text).values("contacts")
    assert [(contact["name"], contact["email"]) for contact in read] == [
        ("李华", "lihua@example.cn"),
        ("Иван Петров", "ivan@example.org"),
    ]


def test_an_academy_with_its_article_is_no_expert() -> None:
    text = "News\n\nA workshop was held in Lima. Resource person: محمد الحسن (الأكاديمية الملكية للشرطة, Jordan)."
    read = read_press_release(text).values("experts")
    assert [(expert["name"], expert["affiliation"]) for expert in read] == [("محمد الحسن", "الأكاديمية الملكية للشرطة")]
