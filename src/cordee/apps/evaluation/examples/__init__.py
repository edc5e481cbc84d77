"""Real stories in the shape of an evaluation: public facts with their sources, and « non publié » everywhere else."""
