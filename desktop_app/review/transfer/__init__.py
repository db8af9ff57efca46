"""Files and datasets in, datasets out."""
