"""« Peut-on comparer ? », for any two figures: of the registry, of an edition, or one of each."""
