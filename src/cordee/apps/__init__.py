"""The rooms of the web floor: Django lives here, and only here."""
