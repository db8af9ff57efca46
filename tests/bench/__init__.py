"""What Dadeum's speed is, measured beside something plain in the same run: `python -m tests.bench`."""
