"""The team: who edits the library of this site, named by publishers."""
