"""The attic of documents: a result as a PDF, a workbook and a JSON document, three views of one report."""
