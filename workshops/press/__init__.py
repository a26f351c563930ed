"""From the text of a press release to findings with their evidence. Values in, values out."""
