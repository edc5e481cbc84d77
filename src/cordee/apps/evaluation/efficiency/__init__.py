"""The efficiency of an alliance: its full cost, hidden time included, and what this cost gives."""
