"""Dadeum: a desk for reviewing Korean articles."""

__version__ = "0.1.0"
