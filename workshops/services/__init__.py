"""What the product does: all queries and all writes."""
