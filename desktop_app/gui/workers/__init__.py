"""What runs beside the window: one job thread, the reader's child process, the suggestion feeder."""
