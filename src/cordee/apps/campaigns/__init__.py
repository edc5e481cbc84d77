"""The 360°: an alliance diagnoses itself together, in several circles, and reads one result that exposes nobody."""
