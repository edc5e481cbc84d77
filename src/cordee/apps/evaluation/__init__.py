"""The evaluation of an alliance by its partners: qualify, measure, illustrate what it changes, judge it together."""
