"""What is painted under and beside the text."""
