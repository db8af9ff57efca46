"""How everything looks: themes, palette, style sheet, icons, fonts."""
