"""One box over everything: what may be found is indexed when packs are loaded, and read by the page « chercher »."""
