"""The formats of a document of `core.document`: PDF, text document, slides, workbook, JSON, page."""
