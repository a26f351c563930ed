"""What was learned from read texts where that beats rules alone: how a phrase must stand to be a value of a field."""
