"""What the registers offer while somebody types a name."""

from collections.abc import Iterable

from flask import Response, jsonify, request

from workshops.domain.texts import one_line, visible

LONGEST_QUERY = 200


def typed_query() -> str:
    """What has been typed so far."""
    return one_line(visible(request.args.get("q", "")))[:LONGEST_QUERY]


def suggestions(found: Iterable[tuple[int, str, str]]) -> Response:
    """The answer a combobox reads: the id, the label to put into the field, and a detail that tells equals apart."""
    answer = jsonify([{"id": record_id, "label": label, "detail": detail} for record_id, label, detail in found])
    answer.headers["Cache-Control"] = "no-store"
    return answer
