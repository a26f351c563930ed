"""What the entities of an XML part would become."""

from math import inf

import pytest

from workshops.services.entities import expanded_size

CHAIN = [b'<!ENTITY e%d "&e%d;">' % (number, number - 1) for number in range(1, 200)]


@pytest.mark.parametrize(
    ("definitions", "text", "grown"),
    [
        (b'<!ENTITY a "four">', b"&a;", 1),
        (b"<!ENTITY a 'four'>", b"&a;&a;&unknown;&#64;", 2),
        (b'<!ENTITY a "four"><!ENTITY a "longer than four">', b"&a;", 1),
        (b'<!ENTITY a "four"><!ENTITY b "&a;&a;">', b"&b;", 2 + 5),
        (b'<!ENTITY % a "four"><!ENTITY a "x">', b"%a;&a;", 1 - 2),
        (b'<!ENTITY a SYSTEM "file:///etc/passwd">', b"&a;", 0),
        (b'<!ENTITY a "&b;"><!ENTITY b "&a;">', b"", inf),
        (b'<!ENTITY a "&a;">', b"&a;", inf),
        (b'<!ENTITY e0 "x">' + b"".join(reversed(CHAIN)), b"", inf),
    ],
)
def test_a_part_grows_by_what_its_entities_stand_for(definitions: bytes, text: bytes, grown: float) -> None:
    xml = b"<!DOCTYPE a [" + definitions + b"]><a>" + text + b"</a>"
    assert expanded_size(xml) == len(xml) + grown


def test_a_billion_laughs_are_counted_not_laughed() -> None:
    laughs = b'<!ENTITY e0 "lol">' + b"".join(
        b'<!ENTITY e%d "%s">' % (number, b"&e%d;" % (number - 1) * 10) for number in range(1, 10)
    )
    assert 3e9 < expanded_size(b"<!DOCTYPE a [" + laughs + b"]><a>&e9;</a>") < 7e9


def test_one_long_entity_named_often_counts_as_often() -> None:
    xml = b'<!ENTITY a "' + b"x" * 20_000 + b'">' + b"&a;" * 20_000
    assert expanded_size(xml) > 20_000 * 20_000
