"""The archive of evidence: files that partners keep as proof, with their revisions, their hash and their real type."""
