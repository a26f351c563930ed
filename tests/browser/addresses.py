"""Every page of the product by role, with example values where its address has a variable part."""

import re

from flask import Flask

from workshops.domain.enums import Role
from workshops.views.access import RANK, Access, rule_of

EXAMPLES = {
    "act_id": "1",
    "agency_id": "1",
    "country": "MN",
    "document_id": "1",
    "job_id": "1",
    "language": "fr",
    "kind": "brief",
    "office_id": "1",
    "person_id": "1",
    "press_release_id": "1",
    "project_id": "1",
    "reference": "MNG-2030-001",
    "token": "example-of-a-code-12345",
    "topic_id": "1",
    "use": "letter-nomination",
    "user_id": "1",
}
"""A value for each variable part of an address: of the demonstration, or of tests/browser/records.py."""

OF_ONE_PERSON = {"/jobs/<int:job_id>"}
"""What is open to whoever made it, and to administrators."""

OF_HEADQUARTERS = {"/agencies/duplicates", "/agencies/<int:agency_id>/merge"}
"""What the organiser of an office does not do: agencies are shared by all."""

NOT_PAGES = {
    "/healthz",
    "/metrics",
    "/readyz",
    "/static/<version>/<path:name>",
    "/agencies/suggest",
    "/jobs/<int:job_id>/progress",
    "/jobs/<int:job_id>/result",
    "/people/suggest",
    "/press/review",
    "/press/<int:press_release_id>/words",
    "/projects/suggest",
    "/topics/suggest",
    "/offices/<int:office_id>/logo",
    "/agencies/<int:agency_id>/logo",
    "/workshops/<reference>/certificates/print",
    "/workshops/<reference>/certificates/put-back",
    "/workshops/<reference>/certificates/reissue",
    "/workshops/<reference>/certificates/withdraw",
    "/workshops/<reference>/documents/<int:document_id>",
}
"""Files, answers to scripts, ways on to a page, and pages about chosen rows, which a test of their own examines."""

ROLES = {"": Access.PUBLIC} | {role.value: RANK[role] for role in (Role.VIEWER, Role.ORGANISER, Role.ADMINISTRATOR)}
_FILE = re.compile(r"\.\w{2,4}$")
_PART = re.compile(r"<(?:\w+:)?(\w+)>")


def pages_of(app: Flask, role: str) -> list[str]:
    """The addresses of all pages open to a role ("" for nobody), in order. Raises KeyError without an example."""
    rules = {rule.rule: rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    not_pages = NOT_PAGES | ({"/sign-in"} if role else set())
    not_pages |= (
        {"/office"} if role == "administrator" else OF_ONE_PERSON | OF_HEADQUARTERS
    )  # at headquarters one has no own office
    return [
        _PART.sub(lambda part: EXAMPLES[part[1]], rule)
        for rule, endpoint in sorted(rules.items())
        if rule not in not_pages and not _FILE.search(rule) and (rule_of(app, endpoint) or Access.PUBLIC) <= ROLES[role]
    ]
