"""What other versions of WeasyPrint may change is used in few places, so that it can be followed."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "workshops"
MAY_IMPORT = {"documents/engine.py", "documents/actual_text.py", "bench/_peers.py"}
FOLDER = "documents/inside_weasyprint/"


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text())
    modules = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return modules | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def test_only_the_engine_and_the_folder_for_it_import_weasyprint() -> None:
    importers = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if any(name.split(".")[0] == "weasyprint" for name in imported(path))
    }
    assert any(path.startswith(FOLDER) for path in importers)
    assert {path for path in importers if not path.startswith(FOLDER)} == MAY_IMPORT
