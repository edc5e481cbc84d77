"""The pages of the diagnosis room, by what one comes for: answering, reading, sharing, erasing, understanding."""
