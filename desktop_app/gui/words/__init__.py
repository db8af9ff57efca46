"""Words: the language in use, names of what the core calls by codes, particles."""
