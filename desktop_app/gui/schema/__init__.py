"""The label schema editor."""
