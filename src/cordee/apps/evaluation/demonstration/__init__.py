"""The demonstration of the evaluation: two invented alliances, said to be so, each evaluated in all its parts."""
