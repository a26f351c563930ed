"""Files to texts: one module a kind with `text_of(body) -> str`; `texts` picks the one, `opening` runs it apart."""
