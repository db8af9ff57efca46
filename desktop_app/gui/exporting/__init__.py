"""The export dialog and what stands in it: choices, label mapping, check, preview."""
