"""How dates, hours and numbers are written, where Django’s own habit of a language is not ours."""
