"""Whether a blank belongs between two Korean characters: at a broken line, in a headline that lost its blanks."""
