"""Maps of trainings: counts by place in, what an SVG draws out, the same for pages and printed documents.

Shapes of countries are those of Natural Earth; `templates/components/map.html` draws them. Boundaries on these maps are
no statement of the organisation: `map.html` says so under each.
"""
