"""Correcting what is read: roles of blocks, articles of a source, the text itself, raw and reading side by side."""
