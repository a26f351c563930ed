"""The columns of past trainings: one set for the page and every file."""

from datetime import date

from workshops.domain.countries import country_name
from workshops.domain.training import Training, Trainings
from workshops.domain.training_filter import TrainingFilter
from workshops.exports.table import Column, Table
from workshops.exports.training_sentence import training_sentence
from workshops.formatting import format_date, format_language
from workshops.labels import label
from workshops.translating import Translator


def training_columns(say: Translator) -> tuple[Column[Training], ...]:
    """All columns, headings and texts in the language of `say`."""
    language = say.language
    counted_by_hand, counted_from_list = say.gettext("Entered by hand"), say.gettext("Participant list")
    return (
        Column("reference", say.gettext("Reference"), lambda row: row.reference),
        Column("title", say.gettext("Title"), lambda row: row.title),
        Column("type", say.gettext("Type"), lambda row: say.gettext(label(row.type))),
        Column("status", say.gettext("Status"), lambda row: say.gettext(label(row.status))),
        Column("starts_on", say.gettext("Start"), lambda row: row.starts_on, "date"),
        Column("ends_on", say.gettext("End"), lambda row: row.ends_on, "date"),
        Column(
            "country", say.gettext("Country"), lambda row: country_name(row.country, language) if row.country else ""
        ),
        Column("country_code", say.gettext("Country code"), lambda row: row.country),
        Column("city", say.gettext("Town"), lambda row: row.city),
        Column("languages", say.gettext("Languages"), lambda row: _languages(row, language), "list"),
        Column("organisers", say.gettext("Organisers"), lambda row: row.organisers, "list"),
        Column("partners", say.gettext("Other agencies"), lambda row: row.partners, "list"),
        Column("funders", say.gettext("Funders"), lambda row: row.funders, "list"),
        Column("project", say.gettext("Project"), lambda row: row.project),
        Column("topics", say.gettext("Topics"), lambda row: row.topics, "list"),
        Column("women", say.gettext("Women"), lambda row: row.reach and row.reach.women, "integer"),
        Column("men", say.gettext("Men"), lambda row: row.reach and row.reach.men, "integer"),
        Column("other", say.gettext("Another gender"), lambda row: row.reach and row.reach.other, "integer"),
        Column("unknown", say.gettext("Sex not stated"), lambda row: row.reach and row.reach.unknown, "integer"),
        Column("total", say.gettext("People"), lambda row: row.reach and row.reach.total, "integer"),
        Column(
            "counted_from",
            say.gettext("Numbers from"),
            lambda row: row.reach and (counted_from_list if row.reach.is_from_list else counted_by_hand),
        ),
    )


def training_table(found: Trainings, chosen: TrainingFilter, *, say: Translator, made_on: date) -> Table[Training]:
    """The trainings that were found as a table, with what was asked for said in a sentence."""
    return Table(
        title=say.gettext("Past trainings"),
        sentence=training_sentence(found.totals.trainings, chosen, found.names, say),
        columns=training_columns(say),
        rows=found.rows,
        about=((say.gettext("Made on"), format_date(made_on, say.language)),),
    )


def _languages(row: Training, language: str) -> tuple[str, ...]:
    return tuple(format_language(code, language) for code in row.languages)
