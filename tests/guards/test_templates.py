"""Templates hold no inline style or script and import nothing they do not use."""

import re
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import nodes

from tests.guards.source import files, name

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
