"""The register of projects and programmes: shared by all offices, found by title, acronym, code or translation."""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.naming import name_key
from workshops.domain.workshop import ProjectRef
from workshops.models import Project, Workshop
from workshops.models.spelling import SpellingRank
from workshops.services import registers
from workshops.services.registers import Named, Register
from workshops.services.scope import in_scope
from workshops.services.search import Kind, matching_ids
from workshops.services.spellings import nearness

KIND: Kind = "project"


def resolve_all(session: Session, refs: Iterable[ProjectRef], *, by: Actor) -> dict[ProjectRef, Project]:
    """The project of each ref, added to the register where it is new (see `registers.resolve_all`)."""
    wanted = {ref: registers.named_with_acronym(ref.title, ref.acronym, ref.id) for ref in refs}
    found = registers.resolve_all(session, REGISTER, wanted.values(), by=by)
    return {ref: found[name] for ref, name in wanted.items()}


def suggest(session: Session, query: str, *, by: Actor, limit: int = 8) -> Sequence[Project]:
    """The projects that somebody typing `query` may mean, best first: the same spelling, then its start, then use."""
    used = select(func.count()).where(Workshop.project_id == Project.id, in_scope(Workshop.office_id, by))
    return session.scalars(
        select(Project)
        .where(Project.id.in_(matching_ids(kind=KIND, query=query)))
        .order_by(nearness(KIND, query, Project.id), used.scalar_subquery().desc(), Project.folded_title, Project.id)
        .limit(limit)
    ).all()


def _make(name: Named) -> Project:
    return Project(title=name.name, acronym=name.acronym, code="", translations={}, folded_title=name_key(name.name))


def _learn(project: Project, acronym: str) -> None:
    """A project known without an acronym takes it."""
    project.acronym = project.acronym or acronym


def _spelled(project: Project) -> list[tuple[SpellingRank, str]]:
    return [
        (SpellingRank.NAME, project.title),
        *((SpellingRank.TRANSLATION, text) for text in project.translations.values()),
        (SpellingRank.ACRONYM, project.acronym),
        (SpellingRank.ACRONYM, project.code),
    ]


REGISTER = Register(kind=KIND, model=Project, spelled=_spelled, make=_make, learn=_learn)
