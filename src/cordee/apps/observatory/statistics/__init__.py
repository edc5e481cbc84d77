"""Official statistics of the regions: what producers measured, as the file of this site gives it, never ranked."""
