"""Commands of the editors’ room."""
