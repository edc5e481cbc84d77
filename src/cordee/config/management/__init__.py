"""Commands of the project for those who make it."""
