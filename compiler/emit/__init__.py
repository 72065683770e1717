"""From a plan to the text of a flow, and into a file."""
