"""The words of the product in French and Spanish; English is the source text in the code."""
