"""Navigation: names and their uses, the outline, links."""
