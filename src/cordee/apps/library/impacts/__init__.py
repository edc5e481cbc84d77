"""The three impacts: what each is, its clock, and how to qualify, measure and illustrate it."""
