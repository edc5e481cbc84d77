"""Drafts of packs: changed entry by entry, checked, compared, shared with spreadsheets, published by two people."""
