"""`bench`: measure the product against its targets."""

import importlib
import json
import os
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from workshops import bench
from workshops.bench._rows import Row

NAMES = sorted(module.name for module in pkgutil.iter_modules(bench.__path__) if module.name[0] != "_")


@click.command()
@click.argument("names", nargs=-1, metavar=f"[{'|'.join(NAMES)}]...", type=click.Choice(NAMES))
@click.option("--json", "file", type=click.Path(dir_okay=False, path_type=Path), help="Write the figures there too.")
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where large records are made, and found again by the next run; without one, they are thrown away.",
)
def command(names: tuple[str, ...], file: Path | None, folder: Path | None) -> None:
    """Measure the product against its targets, all of it or what is named. Status 1 where a target is missed."""
    about = {"cores": os.cpu_count(), "load": [round(load, 1) for load in os.getloadavg()], "python": sys.version}
    click.echo(f"{about['cores']} cores, load {about['load']}, Python {sys.version.split()[0]}")
    with TemporaryDirectory() as passing:
        rows = []
        for row in _measured(names or tuple(NAMES), folder or Path(passing)):
            rows.append(row)
            click.echo(_line(row))
    click.echo(f"Load at the end: {[round(load, 1) for load in os.getloadavg()]}")
    if file:
        content = {**about, "rows": [row.as_json() for row in rows]}
        file.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")
    missed = sum(not row.ok for row in rows)
    click.echo(f"{missed} targets missed." if missed else "All targets are met.")
    raise SystemExit(bool(missed))


def _measured(names: tuple[str, ...], folder: Path) -> Iterator[Row]:
    for name in names:
        yield from importlib.import_module(f"{bench.__name__}.{name}").measure(folder.absolute())


def _line(row: Row) -> str:
    said = "" if not row.target else f"{row.target}: {'ok' if row.ok else 'MISSED'}"
    return f"{row.name:<56} {row.value:>12,} {row.unit:<11} {said}".rstrip()
