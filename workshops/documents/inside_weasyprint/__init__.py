"""The inside of WeasyPrint, as far as stamping uses it: nothing else in this house touches it, and a test trips if it
changes. WeasyPrint breaks lines, shapes and paints letters, draws the frame of a page and builds its tags; what it made
once is taken here, to be repeated at other places with other words.
"""
