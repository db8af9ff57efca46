"""Suggestions asked for and kept, and what is learnt from decisions."""
