"""The queue of articles at the window's left."""
