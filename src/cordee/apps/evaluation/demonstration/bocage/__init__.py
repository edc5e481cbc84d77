"""La Table du Bocage, invented: twelve partners, ten years, an evaluation finished and open to anybody."""
