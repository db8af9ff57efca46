"""The same in other places: of the article, of the project."""
