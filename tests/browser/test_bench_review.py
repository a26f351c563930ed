"""The robot of `bench review`, which mends press releases in a browser of its own."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workshops.bench.review.acts import READ

pytestmark = pytest.mark.browser

STYLES = Path(__file__).parents[1] / "samples" / "press" / "styles"


def test_two_press_releases_are_mended_and_registered(tmp_path: Path) -> None:
    for name in ("01.txt", "01.json", "06.txt", "06.json"):
        shutil.copy(STYLES / name, tmp_path)
    figures = tmp_path / "figures"
    subprocess.run(
        [sys.executable, "-m", "workshops", "bench", "review", "--json", str(figures)],
        env=os.environ | {"BENCH_RELEASES": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        check=False,  # whether a person is fast enough with just these is not asked
        timeout=300,
    )
    rows = {row["name"]: row["value"] for row in json.loads(figures.read_text())["rows"]}
    assert rows["2 press releases: mends"] > 0
    assert rows["of the time: read"] == 2 * READ
    assert rows["of the values registered or wanted, right"] >= 0.97
