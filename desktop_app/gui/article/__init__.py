"""The article view: the text, what is marked in it, and where the reader points."""
