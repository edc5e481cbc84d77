"""The action plan of an alliance: what was decided, who carries it, until when, with which evidence."""
