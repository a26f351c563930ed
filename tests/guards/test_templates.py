"""Templates hold no inline style or script, import nothing they do not use, and none is left over."""

import re
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import nodes

from tests.guards.source import ROOT, files, name

TEMPLATES = list(files(".html", ".svg", ".css", ".txt", below="templates"))
INLINE = re.compile(r"""<style\b|<script\b(?![^>]*\bsrc=)|\sstyle\s*=|\son[a-z]+\s*=|javascript:""", re.IGNORECASE)
pages = pytest.mark.parametrize("path", [path for path in TEMPLATES if path.suffix == ".html"], ids=name)


@pages
def test_nothing_is_inline(path: Path) -> None:
    lines = enumerate(path.read_text().splitlines(), 1)
    assert [f"{number}: {line.strip()}" for number, line in lines if INLINE.search(line)] == []


@pages
def test_every_import_is_used(app: Flask, path: Path) -> None:
    tree = app.jinja_env.parse(path.read_text())
    imported = {node.target for node in tree.find_all(nodes.Import)}
    for statement in tree.find_all(nodes.FromImport):
        imported |= {entry[1] if isinstance(entry, tuple) else entry for entry in statement.names}
    used = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
    assert imported - used == set()


def test_every_macro_is_used(app: Flask) -> None:
    called: set[str] = set()
    defined: dict[str, str] = {}
    for path in TEMPLATES:
        tree = app.jinja_env.parse(path.read_text())
        defined |= {macro.name: name(path) for macro in tree.find_all(nodes.Macro)}
        called |= {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
        called |= {node.attr for node in tree.find_all(nodes.Getattr)}
        for statement in tree.find_all(nodes.FromImport):
            called |= {entry[0] if isinstance(entry, tuple) else entry for entry in statement.names}
    assert {macro: where for macro, where in defined.items() if macro not in called} == {}


def test_every_template_is_shown_by_something() -> None:
    texts = [path.read_text() for path in (*files(".py", below="workshops"), *TEMPLATES)]
    unused = [
        name(path)
        for path in TEMPLATES
        if not any(f'"{shown_as}"' in text for shown_as in _names(path) for text in texts)
    ]
    assert unused == []


def _names(path: Path) -> tuple[str, str]:
    """How a template is named by what shows it; the prints name theirs without their folder."""
    whole = str(path.relative_to(ROOT / "templates"))
    return whole, whole.removeprefix("documents/")
