"""Formats for reading and for spreadsheets."""
