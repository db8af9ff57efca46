"""What can be done by key in an article, one method an action."""
