"""The verbs of the entrance, one file for each subject."""
