"""The dashboard: how far the project is, how good the suggestions were."""
