"""Raw beside the reading text: the raw text, what is painted on both, the two kept together."""
