"""Stories: real alliances, what they tried, what was seen and what is not known."""
