"""What is on the page and how it is set: displayed text, folds, marks in lanes, type, the document."""
