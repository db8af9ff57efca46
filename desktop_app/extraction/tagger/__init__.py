"""The statistical tagger: an averaged structured perceptron over morphemes, ten labels."""

from desktop_app.extraction.tagger.labels import LABELS, TaggedSpan
from desktop_app.extraction.tagger.tagging import Tagger

__all__ = ["LABELS", "TaggedSpan", "Tagger"]
