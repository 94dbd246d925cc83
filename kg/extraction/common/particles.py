"""Particles that rules of structure speak of: a closed class of Chinese grammar, as its punctuation is."""

OF = "的"
"""It puts what stands before it to the noun behind it."""
DONE = "了"
"""It says of the verb before it that it is done."""
OTHERS = "等"
"""It ends a list that is not whole."""
