"""From rows to a file: CSV, XLSX, JSON. Values in, bytes out."""
