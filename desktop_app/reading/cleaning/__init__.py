"""Raw text cut into blocks with roles and articles, and the corrections that make it readable."""
