"""The inspector at the window's right: what is known of the article and of the current mention."""
