"""Brings the catalogs into line with the code: `python -m workshops.translations.update`.

A text that is new in the code comes in without words in French and Spanish, for a person to give them; one that is
gone from the code goes; all stand in the order of the files that use them.
"""

from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

from workshops.translations import build

ROOT: Final = Path(__file__).parents[2]
KEYWORDS: Final = {
    "_": None,
    "_l": None,
    "N_": None,
    "gettext": None,
    "lazy_gettext": None,
    "ngettext": (1, 2),
    "lazy_ngettext": (1, 2),
}
TEMPLATES: Final = {"silent": "false", "extensions": "jinja2.ext.do"}
SOURCES: Final[tuple[tuple[str, str, str, dict[str, str]], ...]] = (
    ("python", "workshops", "*.py", {}),
    ("jinja2", "templates", "*.*", TEMPLATES),
)
HEADER: Final = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plurals}\\n"

"""


def marked() -> Catalog:
    """The texts that the code and the templates of the checkout mark for translation, with the files they stand in."""
    catalog = Catalog()
    for method, folder, pattern, options in SOURCES:
        for path in sorted((ROOT / folder).rglob(pattern)):
            place = path.relative_to(ROOT).as_posix()
            for line, text, _comments, _context in extract_from_file(method, path, KEYWORDS, options=options):
                if text:
                    catalog.add(text, locations=[(place, line)])
    return catalog


def updated(language: str, texts: Catalog) -> bytes:
    """Gives the catalog of a language as it should stand in its file, with these texts and the words known for them."""
    catalog = build.written(language)
    catalog.update(texts, no_fuzzy_matching=True, update_creation_date=False)
    buffer = BytesIO()
    write_po(buffer, catalog, width=0, omit_header=True, sort_by_file=True, ignore_obsolete=True, include_lineno=False)
    return HEADER.format(language=language, plurals=catalog.plural_forms).encode() + buffer.getvalue()


if __name__ == "__main__":
    texts = marked()
    for language in build.LANGUAGES:
        build.written_path(language).write_bytes(updated(language, texts))
        print(build.written_path(language))
