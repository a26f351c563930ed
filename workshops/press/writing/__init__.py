"""The way back: from the record of a workshop to the draft of a press release that a person edits."""
