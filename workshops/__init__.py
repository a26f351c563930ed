"""Workshops: a record of capacity-building workshops."""

__version__ = "0.1.0"
