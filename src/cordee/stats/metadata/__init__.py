"""What an edition says of itself to other programs: catalogues, archives, spreadsheets, bibliographies."""
