"""What people may send to the entrance, one file for each subject."""
