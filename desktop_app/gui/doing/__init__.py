"""What the window's own actions do."""
