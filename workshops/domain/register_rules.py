"""The rules of the registers, once for every door."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import singledispatch
from typing import Final

from workshops.domain.countries import countries
from workshops.domain.languages import INTERFACE_LANGUAGES, LANGUAGES
from workshops.domain.mail import is_mail_address
from workshops.domain.register_details import AgencyDetails, PersonDetails, ProjectDetails, TopicDetails
from workshops.domain.rule_texts import is_too_long
from workshops.domain.workshop import AgencyRef
from workshops.errors import N_, Problem

NAME_LIMIT: Final = 300
CODE_LIMIT: Final = 40
NOTE_LIMIT: Final = 100
ADDRESS_LIMIT: Final = 500
TEXT_LIMIT: Final = 5000
MOST_NAMES: Final = 50
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#@\\]+\.[^\s/?#@\\]+(?:[/?#]\S*)?", re.IGNORECASE)


@singledispatch
def problems(details: object) -> list[Problem]:
    """What is wrong with the details of a record, each problem at its field; an empty list if nothing is."""
    raise TypeError(f"no rules for {type(details).__name__}")


@problems.register
def _agency(details: AgencyDetails) -> list[Problem]:
    return [
        *_named("name", N_("Enter the name of the agency."), details.name),
        *is_too_long("acronym", N_("The acronym"), details.acronym, CODE_LIMIT),
        *_translated(details.translations),
        *_other_names("aliases", details.aliases),
        *_country("country_code", details.country_code),
        *_written_in("language", details.language),
        *_agency_named("parent", details.parent),
        *_website(details.website),
        *is_too_long("notes", N_("The text"), details.notes, TEXT_LIMIT),
    ]


@problems.register
def _person(details: PersonDetails) -> list[Problem]:
    return [
        *_named("full_name", N_("Enter the name."), details.full_name),
        *is_too_long("native_name", N_("The name"), details.native_name, NAME_LIMIT),
        *_country("nationality", details.nationality),
        *_agency_named("agency", details.agency),
        *is_too_long("post_title", N_("The post"), details.post_title, NAME_LIMIT),
        *_email(details.email),
        *is_too_long("phone", N_("The phone number"), details.phone, CODE_LIMIT),
        *_languages("languages", details.languages),
    ]


@problems.register
def _project(details: ProjectDetails) -> list[Problem]:
    found = [
        *_named("title", N_("Enter the title of the project."), details.title),
        *is_too_long("acronym", N_("The acronym"), details.acronym, CODE_LIMIT),
        *is_too_long("code", N_("The code"), details.code, CODE_LIMIT),
        *_translated(details.translations),
        *is_too_long("duration_note", N_("The note on the dates"), details.duration_note, NOTE_LIMIT),
        *is_too_long("description", N_("The text"), details.description, TEXT_LIMIT),
    ]
    if details.starts_on and details.ends_on and details.ends_on < details.starts_on:
        found.append(Problem("ends_on", N_("The end must be later than the start.")))
    for index, funder in enumerate(details.funders):
        found += is_too_long(f"funders-{index}-name", N_("The name of the agency"), funder.name, NAME_LIMIT)
    return found


@problems.register
def _topic(details: TopicDetails) -> list[Problem]:
    parent = details.parent.label if details.parent else ""
    return [
        *_named("label", N_("Enter the topic."), details.label),
        *is_too_long("code", N_("The code"), details.code, CODE_LIMIT),
        *_translated(details.translations),
        *_other_names("synonyms", details.synonyms),
        *is_too_long("parent", N_("The topic"), parent, NAME_LIMIT),
    ]


def _named(field: str, missing: str, text: str) -> Iterator[Problem]:
    if not text:
        yield Problem(field, missing)
    yield from is_too_long(field, N_("The name"), text, NAME_LIMIT)


def _agency_named(field: str, ref: AgencyRef | None) -> Iterator[Problem]:
    yield from is_too_long(field, N_("The name of the agency"), ref.name if ref else "", NAME_LIMIT)


def _translated(names: Mapping[str, str]) -> Iterator[Problem]:
    yield from _languages("translations", names)
    yield from _other_names("translations", names.values())


def _other_names(field: str, names: Iterable[str]) -> Iterator[Problem]:
    listed = list(names)
    if len(listed) > MOST_NAMES:
        yield Problem(field, N_("At most %(limit)s rows fit here."), {"limit": MOST_NAMES})
    for name in listed:
        yield from is_too_long(field, N_("The name"), name, NAME_LIMIT)


def _country(field: str, code: str) -> Iterator[Problem]:
    if code and code not in countries():
        yield Problem(field, N_("Choose a country from the list."))


def _languages(field: str, codes: Iterable[str]) -> Iterator[Problem]:
    if any(code not in LANGUAGES for code in codes):
        yield Problem(field, N_("Choose a language from the list."))


def _email(address: str) -> Iterator[Problem]:
    if address and not is_mail_address(address):
        message = N_("'%(address)s' is not a complete e-mail address, such as anna@example.org.")
        yield Problem("email", message, {"address": address})


def _written_in(field: str, language: str) -> Iterator[Problem]:
    if language not in ("", *INTERFACE_LANGUAGES):
        yield Problem(field, N_("Choose one of the languages offered."))


def _website(address: str) -> Iterator[Problem]:
    yield from is_too_long("website", N_("The address"), address, ADDRESS_LIMIT)
    if address and _WEB_ADDRESS.fullmatch(address) is None:
        yield Problem("website", N_("Enter the address as https://www.example.org."))
