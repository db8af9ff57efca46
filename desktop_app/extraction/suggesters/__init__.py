"""Suggesters that need something beside Dadeum: a server, spaCy, a Hugging Face model. None is loaded unless asked."""
