"""The register of projects and programmes: shared by all offices, found by title, acronym, code or translation."""

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.naming import name_key
from workshops.domain.register_details import ProjectDetails
from workshops.domain.workshop import ProjectRef
from workshops.models import Project
from workshops.models.spelling import SpellingRank
from workshops.services import agencies, registers
from workshops.services.register_lists import most_likely
from workshops.services.register_writing import check, refuse_known_name, to_change
from workshops.services.registers import Named, Register
from workshops.services.search import Kind

KIND: Kind = "project"


def resolve_all(session: Session, refs: Iterable[ProjectRef], *, by: Actor) -> dict[ProjectRef, Project]:
    """The project of each ref, added to the register where it is new (see `registers.resolve_all`)."""
    wanted = {ref: registers.named_with_acronym(ref.title, ref.acronym, ref.id) for ref in refs}
    found = registers.resolve_all(session, REGISTER, wanted.values(), by=by)
    return {ref: found[name] for ref, name in wanted.items()}


def suggest(session: Session, query: str, *, by: Actor, limit: int = 8) -> Sequence[Project]:
    """The projects that somebody typing `query` may mean, best first: the same spelling, then its start, then use."""
    return most_likely(session, Project, query, kind=KIND, name=Project.folded_title, by=by, limit=limit)


def save(
    session: Session, *, details: ProjectDetails, by: Actor, project_id: int | None = None, version: int | None = None
) -> Project:
    """Add a project, or change the one of `project_id` as it was at `version`.

    Raises `Invalid`, `NotFound` and `StaleRecord`.
    """
    check(details, by=by)
    project = to_change(session, Project, record_id=project_id, version=version)
    refuse_known_name(session, kind=KIND, field="title", name=details.title, record_id=project_id)
    funders = agencies.resolve_all(session, details.funders, by=by)
    project.title, project.acronym, project.code = details.title, details.acronym, details.code
    project.translations = dict(details.translations)
    project.starts_on, project.ends_on = details.starts_on, details.ends_on
    project.duration_note, project.description = details.duration_note, details.description
    project.folded_title = name_key(details.title)
    project.funders = list(dict.fromkeys(funders[ref] for ref in details.funders))
    session.add(project)
    session.flush()
    registers.index(session, REGISTER, project)
    return project


def _make(name: Named) -> Project:
    return Project(title=name.name, acronym=name.acronym, code="", translations={}, folded_title=name_key(name.name))


def _learn(project: Project, acronym: str) -> None:
    """A project known without an acronym takes it."""
    project.acronym = project.acronym or acronym


def _spelled(project: Project) -> list[tuple[SpellingRank, str]]:
    return [
        (SpellingRank.NAME, project.title),
        (SpellingRank.NAME, f"{project.title} ({project.acronym})"),  # as forms show it
        *((SpellingRank.TRANSLATION, text) for text in project.translations.values()),
        (SpellingRank.ACRONYM, project.acronym),
        (SpellingRank.ACRONYM, project.code),
    ]


REGISTER = Register(kind=KIND, model=Project, spelled=_spelled, make=_make, learn=_learn)
