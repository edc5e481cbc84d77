"""The documents of a published 360°: one report of it, and its views as PDF, workbook and JSON."""
