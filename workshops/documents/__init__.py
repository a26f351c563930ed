"""From plain values to PDF. Values in, bytes out."""
