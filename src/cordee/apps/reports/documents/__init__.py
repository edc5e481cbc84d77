"""The formats of a document of `core.document`, whatever it reports: PDF, text document, slides, workbook, JSON, page."""
