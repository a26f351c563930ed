"""What the entities of an XML part would become, reckoned without expanding any ("billion laughs")."""

import re
from functools import cache
from typing import Final

# XML 1.0 (fifth edition), 4.2: EntityDecl of an internal entity, general or (%) parameter
_DECLARATION: Final = re.compile(rb"""<!ENTITY\s+(%\s+)?([^\s"'<>&;%]+)\s+(?:"([^"]*)"|'([^']*)')""")
_REFERENCE: Final = re.compile(rb"([&%])([^\s#\"'<>&;%]+);")
_DEEPEST: Final = 100


def expanded_size(xml: bytes) -> float:
    """Bytes that an XML part has once every internal entity stands for its value; infinity where one holds itself
    or leads through a hundred others.

    `xml` is in an encoding that contains ASCII (no zero bytes). References to what the part does not define count as
    they stand, and so do external entities, which are never opened. An entity counts once where it is declared.
    """
    values: dict[tuple[bytes, bytes], bytes] = {}
    for parameter, name, double, single in _DECLARATION.findall(xml):
        values.setdefault((b"%" if parameter else b"&", name), double or single)  # the first declaration binds (4.2)
    depth = 0

    @cache
    def size_of(entity: tuple[bytes, bytes]) -> float:
        nonlocal depth
        if depth >= _DEEPEST:
            return float("inf")
        depth += 1
        size = size_with_references(values[entity])
        depth -= 1
        return size

    def size_with_references(text: bytes) -> float:
        references = [(mark, name) for mark, name in _REFERENCE.findall(text) if (mark, name) in values]
        return len(text) + sum(size_of(entity) - len(entity[1]) - 2 for entity in references)

    return size_with_references(xml)
