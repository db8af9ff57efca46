"""Formats of corpora and of training: rows, sentences, columns."""
