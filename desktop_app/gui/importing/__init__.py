"""What is asked before files come in: annotated datasets, their labels, tables with columns."""
