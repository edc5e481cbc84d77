"""The pages of the entrance, one file for each subject."""
