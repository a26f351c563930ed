"""Reading the tables in `workshops/data`: UTF-8, fields parted by tabs, a header line; some are gzipped."""

import csv
import gzip
from collections.abc import Iterator
from importlib.resources import files


def read_lines(name: str) -> list[str]:
    """The lines of a table, the header first, such as those of 'countries.tsv' or 'towns.tsv.gz'."""
    return read_content(name).decode("utf-8").splitlines()


def read_content(name: str) -> bytes:
    """A table as it is, unpacked."""
    content = files("workshops").joinpath("data", name).read_bytes()
    return gzip.decompress(content) if name.endswith(".gz") else content


def read_rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table by the names in its header line."""
    return csv.DictReader(read_lines(name), delimiter="\t", quoting=csv.QUOTE_NONE)
