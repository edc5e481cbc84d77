"""The balance of an alliance: what partners say that they give each other and receive, side by side."""
