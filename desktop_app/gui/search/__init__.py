"""Search over the whole project, shown as a concordance."""
