"""Reading the tables in `workshops/data`."""

import csv
import gzip
import io
from collections.abc import Iterator
from importlib.resources import files


def read_rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated UTF-8 table with a header line, such as 'countries.tsv' or 'towns.tsv.gz'."""
    content = files("workshops").joinpath("data", name).read_bytes()
    text = (gzip.decompress(content) if name.endswith(".gz") else content).decode("utf-8")
    return csv.DictReader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
