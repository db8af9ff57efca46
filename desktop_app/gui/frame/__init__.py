"""What stands around the article: header, status line, progress, notices, the welcome page, the workspace."""
