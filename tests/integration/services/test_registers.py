"""Names given in workshops, files and press releases find the record they mean, or make one."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.conftest import counted_statements
from workshops.domain.access import Actor
from workshops.domain.enums import Role
from workshops.domain.register_details import AgencyDetails
from workshops.domain.workshop import AgencyRef, ProjectRef, TopicRef
from workshops.errors import Invalid, NotFound
from workshops.extensions import db
from workshops.models import Agency, Project, Topic
from workshops.services import agencies, projects, topics

ORGANISER = Actor(user_id=None, name="Anna Keller", role=Role.ORGANISER, office_id=1)
VIEWER = Actor(user_id=None, name="Maria Silva", role=Role.VIEWER, office_id=1)
IOM = AgencyRef(name="International Organization for Migration", acronym="IOM")


def agency(session: Session, name: str, acronym: str = "", **more: object) -> Agency:
    """The agency of this name, with more of its columns set."""
    ref = AgencyRef(name=name, acronym=acronym)
    found = agencies.resolve_all(session, [ref], by=ORGANISER)[ref]
    for column, value in more.items():
        setattr(found, column, value)
    agencies.index(session, found)
    return found


def test_a_new_international_body_is_known_by_its_names_in_the_other_languages(session: Session) -> None:
    refs = [IOM, AgencyRef(name="Organisation internationale pour les migrations"), AgencyRef(name="Border Police")]
    found = agencies.resolve_all(session, refs, by=ORGANISER)
    assert found[refs[0]] is found[refs[1]]
    assert found[IOM].translations == {
        "fr": "Organisation internationale pour les migrations (OIM)",
        "es": "Organización Internacional para las Migraciones (OIM)",
    }
    assert found[refs[2]].translations == {}


def test_a_name_is_added_once_whatever_its_spelling(session: Session) -> None:
    refs = [
        AgencyRef(name="Ministère de l’Intérieur"),
        AgencyRef(name="MINISTERE DE L'INTERIEUR"),
        AgencyRef(name="Ministère de l'Intérieur".encode().decode()),
    ]
    found = agencies.resolve_all(session, refs, by=ORGANISER)
    again = agencies.resolve_all(session, refs, by=ORGANISER)
    assert len({record.id for record in [*found.values(), *again.values()]}) == 1
    assert found[refs[0]].name == "Ministère de l’Intérieur"


@pytest.mark.parametrize(
    "typed",
    [
        "OIM",
        "oim",
        "Organisation internationale pour les migrations (OIM)",
        "IOM",
        "International Organisation, IOM",
        "Organización Internacional para las Migraciones",
    ],
)
def test_an_agency_is_found_by_each_of_its_names(session: Session, typed: str) -> None:
    kept = agency(
        session,
        "Organisation internationale pour les migrations (OIM)",
        translations={
            "en": "International Organization for Migration",
            "es": "Organización Internacional para las Migraciones (OIM)",
        },
        aliases=["IOM", "International Organisation - IOM"],
    )
    assert (kept.name, kept.acronym) == ("Organisation internationale pour les migrations", "OIM")
    ref = AgencyRef(name=typed)
    assert agencies.resolve_all(session, [ref], by=ORGANISER)[ref] is kept


def test_an_acronym_spelled_in_two_ways_is_one_agency(session: Session) -> None:
    refs = [
        AgencyRef(name="General Authority for Border Protection", acronym="GABP"),
        AgencyRef(name="General Authority for Border Protection (GAPB)"),
        AgencyRef(name="GAPB"),
    ]
    found = agencies.resolve_all(session, refs, by=ORGANISER)
    assert {record.id for record in found.values()} == {found[refs[0]].id}
    assert (found[refs[0]].acronym, found[refs[0]].aliases) == ("GABP", ["GAPB"])


def test_one_acronym_of_two_names_is_two_agencies_unless_the_names_are_nearly_the_same(session: Session) -> None:
    health = agency(session, "Ministry of Health", "MOH")
    hydrocarbons = agency(session, "Ministry of Hydrocarbons", "MOH")
    iom = agency(session, "International Organization for Migration", "IOM")
    assert hydrocarbons is not health
    assert agency(session, "International Organisation for Migration", "IOM") is iom
    assert agency(session, "MOH") is health  # the oldest


def test_of_several_agencies_of_one_name_that_of_the_country_is_meant(session: Session) -> None:
    def ministry(country: str) -> Agency:
        details = AgencyDetails(name="Ministry of Health", acronym="MOH", country_code=country)
        return agencies.save(session, details=details, by=ORGANISER)

    mongolian, cambodian = ministry("MN"), ministry("KH")
    with pytest.raises(Invalid):
        ministry("KH")
    with pytest.raises(Invalid):
        ministry("")
    for ref in (AgencyRef(name="Ministry of Health"), AgencyRef(name="MOH")):
        for country, meant in (("KH", cambodian), ("MN", mongolian), ("VN", mongolian), ("", mongolian)):
            found = agencies.resolve_all(session, [ref], by=ORGANISER, country_code=country)
            assert found[ref] is meant


def test_a_name_counts_before_an_older_acronym(session: Session) -> None:
    agency(session, "Border Guard", "Unity")
    named = Agency(name="Unity", translations={}, aliases=[], folded_name="unity")
    session.add(named)
    session.flush()
    agencies.index(session, named)
    assert agency(session, "UNITY") is named


def test_no_source_can_give_an_agency_the_acronym_of_another(session: Session) -> None:
    other = agency(session, "Ministry of Labour")
    iom = agency(session, "International Organization for Migration", "IOM")
    agency(session, "Ministry of Labour", "IOM")
    assert (other.acronym, other.aliases) == ("", [])
    assert agency(session, "IOM") is iom


def test_the_chosen_id_decides_until_another_name_is_typed_over_it(session: Session) -> None:
    first = agency(session, "Border Guard", "BG")
    second = Agency(name="Border Guard", translations={}, aliases=[], folded_name="border guard")
    session.add(second)
    session.flush()
    agencies.index(session, second)
    chosen, bare, typed_over = (
        AgencyRef(name="border guard", id=second.id),
        AgencyRef(name="", id=second.id),
        AgencyRef(name="Coast Guard", id=second.id),
    )
    found = agencies.resolve_all(session, [chosen, bare, typed_over], by=ORGANISER)
    assert found[chosen] is found[bare] is second is not first
    assert found[typed_over].name == "Coast Guard"


def test_an_id_that_is_gone_is_refused(session: Session) -> None:
    with pytest.raises(Invalid) as refused:
        agencies.resolve_all(session, [AgencyRef(name="Border Guard", id=99_999)], by=ORGANISER)
    assert refused.value.problems[0].params == {"name": "Border Guard"}


@pytest.mark.parametrize(
    "ref", [AgencyRef(name="  "), AgencyRef(name="x" * 301), AgencyRef(name="x", acronym="y" * 41)]
)
def test_a_name_that_cannot_be_kept_is_refused(session: Session, ref: AgencyRef) -> None:
    with pytest.raises(Invalid):
        agencies.resolve_all(session, [ref], by=ORGANISER)


def test_names_of_symbols_stay_apart(session: Session) -> None:
    refs = [AgencyRef(name="***"), AgencyRef(name="%"), AgencyRef(name="_")]
    assert len({record.id for record in agencies.resolve_all(session, refs, by=ORGANISER).values()}) == 3


def test_a_viewer_finds_but_does_not_add(session: Session) -> None:
    kept = agency(session, IOM.name)
    assert agencies.resolve_all(session, [IOM], by=VIEWER)[IOM] is kept
    assert kept.acronym == ""
    with pytest.raises(NotFound):
        agencies.resolve_all(session, [AgencyRef(name="Coast Guard")], by=VIEWER)


def test_many_names_cost_no_more_statements_than_few(session: Session) -> None:
    refs = [AgencyRef(name=f"Agency {n}", acronym=f"A{n}") for n in range(40)]
    agencies.resolve_all(session, refs, by=ORGANISER)
    counts = []
    for many in (2, 40):
        session.expire_all()
        with counted_statements(db.engine) as statements:
            agencies.resolve_all(session, refs[:many], by=ORGANISER)
        counts.append(len(statements))
    assert counts == [1, 1]


def test_projects_and_topics_are_found_the_same_way(session: Session) -> None:
    project = ProjectRef(title="Strengthening Border Management (SBM)")
    topic = TopicRef(label="Trafficking in human beings (THB)")
    a = projects.resolve_all(session, [project, ProjectRef(title="sbm")], by=ORGANISER)
    b = topics.resolve_all(session, [topic, TopicRef(label="trafficking in human beings thb")], by=ORGANISER)
    assert [record.title for record in a.values()] == ["Strengthening Border Management"] * 2
    assert [record.label for record in b.values()] == [topic.label] * 2
    assert session.scalar(select(func.count(Project.id))) == session.scalar(select(func.count(Topic.id))) == 1


@pytest.mark.parametrize("typed", ["mig", "org mig", "oim", "iòm", "MIGR. internat"])
def test_suggestions_need_only_the_start_of_each_word(session: Session, typed: str) -> None:
    kept = agency(session, "Organisation internationale pour les migrations (OIM)", aliases=["IOM"])
    agency(session, "Ministry of Labour")
    assert list(agencies.suggest(session, typed, by=VIEWER)) == [kept]


@pytest.mark.parametrize("typed", ["%", "_", "***", "' OR 1=1 --", '"', "NEAR(", "", " ", "(" * 2000])
def test_hostile_queries_find_nothing(session: Session, typed: str) -> None:
    agency(session, "Border Guard")
    assert list(agencies.suggest(session, typed, by=VIEWER)) == []
    assert list(projects.suggest(session, typed, by=VIEWER)) == []
    assert list(topics.suggest(session, typed, by=VIEWER)) == []


def test_the_best_suggestion_comes_first(session: Session) -> None:
    starting = agency(session, "Unity Foundation")
    inside = agency(session, "African Unity")
    exact = agency(session, "Border Guard", "UNITY")
    assert list(agencies.suggest(session, "unity", by=VIEWER)) == [exact, starting, inside]
    assert list(agencies.suggest(session, "unity", by=VIEWER, limit=1)) == [exact]
