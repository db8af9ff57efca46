"""One module a format: each offers `read(data, name)`, the sources found in a file's bytes."""
