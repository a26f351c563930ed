"""The brief: one or two pages that a programme officer hands to a donor."""

from workshops.documents.both import Languages
from workshops.documents.brief_context import BriefContext
from workshops.documents.brief_fitting import settings
from workshops.documents.pages import page, roomiest
from workshops.documents.people_chart import people_by_kind, planned_segment, reached_segments


def brief_page(context: BriefContext, languages: Languages) -> str:
    """Gives the HTML of the brief, to be rendered: where it is long in several settings, from the roomiest on."""
    return roomiest(
        page(
            "brief.html",
            languages,
            workshop=fitted.context,
            agencies=fitted.agencies,
            more=fitted.more,
            cut=fitted.cut,
            style=fitted.setting.style,
            at=at,
            people=people_by_kind(context.reach) if context.reach else [],
            reached_segments=reached_segments(context.reach, context.planned),
            planned_segment=planned_segment(context.reach, context.planned),
        )
        for fitted, at in settings(context, languages)
    )
