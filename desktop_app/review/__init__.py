"""The use cases without a screen: open, apply, undo, import, suggest, export."""
