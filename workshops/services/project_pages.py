"""The list of projects, and what belongs to one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from workshops.domain.access import Actor
from workshops.domain.register_filter import RegisterFilter
from workshops.domain.training import Totals
from workshops.domain.training_filter import TrainingFilter
from workshops.errors import NotFound
from workshops.models import Funding, Project, Workshop
from workshops.services import register_lists
from workshops.services.answers import kept
from workshops.services.paging import Page
from workshops.services.projects import KIND
from workshops.services.register_lists import Listed
from workshops.services.scope import in_scope, scope_of
from workshops.services.training_selection import figures
from workshops.services.workshop_lines import SUBJECT, Involvement, involvement, part


@dataclass(frozen=True, slots=True)
class ProjectPage:
    """A project with its workshops, the people reached by those that are over, and what funders give for them.

    `money` are sums by ISO 4217 currency, never added up.
    """

    project: Project
    workshops: Involvement
    reached: Totals
    money: Sequence[tuple[str, Decimal]]


def listed(session: Session, wanted: RegisterFilter, *, number: int, by: Actor) -> Page[Listed[Project]]:
    """Page `number` of the projects with the number of their workshops open to `by`."""
    took_part = select(Workshop.project_id, Workshop.id)
    load = [selectinload(Project.funders)]
    return register_lists.listed(
        session,
        Project,
        wanted,
        kind=KIND,
        name=Project.folded_title,
        took_part=[took_part],
        load=load,
        number=number,
        by=by,
    )


def find(session: Session, *, project_id: int) -> Project:
    """The project with its funders. Raises `NotFound`."""
    project = session.scalar(select(Project).where(Project.id == project_id).options(selectinload(Project.funders)))
    if project is None:
        raise NotFound
    return project


def page(session: Session, *, project_id: int, number: int, today: date, by: Actor) -> ProjectPage:
    """Everything the page of a project shows; `number` is the page of its workshops. Raises `NotFound`."""
    project = find(session, project_id=project_id)
    workshops = involvement(
        session,
        (KIND, project_id),
        [part(Workshop.id, SUBJECT, Workshop.project_id == project_id)],
        number=number,
        by=by,
    )
    reached = figures(session, TrainingFilter(project=project_id), today=today, by=by).totals
    return ProjectPage(project, workshops, reached, _money(session, project_id, by))


def _money(session: Session, project_id: int, by: Actor) -> list[tuple[str, Decimal]]:
    sums = (
        select(Funding.currency, func.sum(Funding.amount))
        .join(Workshop, Workshop.id == Funding.workshop_id)
        .where(Funding.amount.is_not(None), Workshop.project_id == project_id, in_scope(Workshop.office_id, by))
        .group_by(Funding.currency)
        .order_by(Funding.currency)
    )
    rows = kept(session, ("money", project_id, scope_of(by)), lambda: session.execute(sums).all())
    return [(currency, total) for currency, total in rows if currency and total is not None]
