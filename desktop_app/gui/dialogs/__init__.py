"""Dialogs: only for what cannot be undone, spans the project, or needs several answers at once."""
