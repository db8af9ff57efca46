"""Formats of annotation tools and of the web."""
