"""The pages of the framing: its overview, its rows, the pages of the frame, the document that is signed."""
