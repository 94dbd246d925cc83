"""Punctuation that ends sentences and clauses: closed sets of characters, spelled once for all rules and patterns."""

STOPS = "。！？"
SENTENCE = f"{STOPS}；"
"""With the semicolon, whose two sides are sentences of their own."""
COLON = "："
CLAUSE = f"，{COLON}{SENTENCE}"
BAR = "|"
"""It stands between the cells of a table's row, of whatever format the table was."""
