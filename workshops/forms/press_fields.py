"""Which fields of the workshop form show what is found in a press release, their groups and their titles."""

from workshops.errors import N_

TITLES = ("title", "workshop_name")
"""The headline and what the text calls the workshop: either can be its title."""

SINGLES = {
    **dict.fromkeys(TITLES, "title"),
    "event_type": "type",
    "mode": "mode",
    "summary": "summary",
    "objectives": "objectives",
    "country": "country_code",
    "city": "city",
    "venue": "venue",
    "start_date": "starts_on",
    "end_date": "ends_on",
    "date_text": "date_note",
    "duration_days": "duration_days",
    "participants_count": "headcount_unknown",
    "women_count": "headcount_women",
    "men_count": "headcount_men",
    "participants_qualifier": "headcount_qualifier",
    "participants_description": "target_audience",
    "project.name": "project_name",
    "project.acronym": "project_name",
}
"""The form field of each single value."""

LISTS = {name: name for name in ("participant_countries", "legal_references", "languages")}
"""The form field of each list that is typed into one field."""

ROWS = {
    "organisers": ("agencies", "agency_name"),
    "partners": ("agencies", "agency_name"),
    "beneficiary_agencies": ("agencies", "agency_name"),
    "experts": ("experts", "person_name"),
    "expert_countries": ("experts", "country_code"),
    "funders": ("funders", "agency_name"),
    "funding": ("funders", "amount"),
    "topics": ("topics", "topic_name"),
    "quotes": ("quotes", "text"),
    "participants": ("participants", "person_name"),
    "contacts": ("contacts", "name"),
}
"""The rows of each list that has them, and the field of the row beside which its finding stands."""

GROUPS = {
    "what": (*TITLES, "event_type", "topics", "legal_references", "summary", "objectives", "languages"),
    "when-where": ("country", "city", "venue", "mode", "start_date", "end_date", "date_text", "duration_days"),
    "who": ("organisers", "partners", "beneficiary_agencies", "project.name", "project.acronym"),
    "people": (
        *("participants_count", "women_count", "men_count", "participants_qualifier", "participants_description"),
        *("participant_countries", "participants", "experts", "expert_countries"),
    ),
    "money": ("funders", "funding", "project.duration_text"),
    "words": ("quotes", "contacts"),
}
"""The groups in whose colours the words of the text are marked."""

ASSIGNABLE = {
    "one": (
        *("title", "event_type", "summary", "objectives", "start_date", "end_date", "date_text", "duration_days"),
        *("mode", "city", "country", "venue"),
        *("participants_count", "women_count", "men_count", "participants_description", "project.name"),
    ),
    "more": (
        *("organisers", "partners", "beneficiary_agencies", "experts", "expert_countries", "funders"),
        *("topics", "languages", "participant_countries", "legal_references", "quotes", "contacts"),
    ),
}
"""To what words of the text can be assigned: values of which there is one, and those of which there are more."""

FIELD_TITLES = {
    "title": N_("Title"),
    "event_type": N_("Type"),
    "mode": N_("Held"),
    "summary": N_("Summary"),
    "objectives": N_("Objectives"),
    "languages": N_("Language of work"),
    "city": N_("Town"),
    "country": N_("Country"),
    "venue": N_("Venue"),
    "start_date": N_("First day"),
    "end_date": N_("Last day"),
    "date_text": N_("Note on the dates"),
    "duration_days": N_("Days of training"),
    "participants_count": N_("Number of participants"),
    "women_count": N_("Women"),
    "men_count": N_("Men"),
    "participants_description": N_("Target audience"),
    "project.name": N_("Project"),
    "organisers": N_("Organiser"),
    "partners": N_("Partner"),
    "beneficiary_agencies": N_("Agency that takes part"),
    "experts": N_("Expert"),
    "expert_countries": N_("Country of an expert"),
    "funders": N_("Funder"),
    "topics": N_("Topic"),
    "participant_countries": N_("Country of participants"),
    "legal_references": N_("Legal reference"),
    "quotes": N_("Quote"),
    "contacts": N_("Contact"),
    "workshop_name": N_("Title"),
    "participants_qualifier": N_("How exact"),
    "participants": N_("Participant"),
    "funding": N_("Amount"),
    "project.acronym": N_("Acronym of the project"),
    "project.duration_text": N_("Length of the project"),
}
"""What the fields of findings are called."""

GROUP_OF = {name: group for group, names in GROUPS.items() for name in names}
