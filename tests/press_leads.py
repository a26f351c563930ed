"""A first sentence in each language that tells of a workshop, for tests of what further sentences say."""

LEAD = {
    "en": "A workshop for 20 judges was held in Lima, and the judges say that they learned from it.",
    "fr": "Un atelier pour 20 juges a eu lieu à Lima, et les juges disent qu'ils y ont appris.",
    "es": "Un taller para 20 jueces tuvo lugar en Lima, y los jueces dicen que aprendieron en él.",
}
