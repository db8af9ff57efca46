"""What each edit does to the rows of a project."""
