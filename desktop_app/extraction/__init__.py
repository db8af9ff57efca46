"""From an article to suggestions: rules, lists, the statistical model and what the project has learnt."""
