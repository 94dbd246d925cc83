"""Particles that rules of structure speak of: a closed class of Chinese grammar, as its punctuation is."""

OF = "的"
"""It puts what stands before it to the noun behind it."""
DONE = "了"
"""It says of the verb before it that it is done."""
ASPECTS = (DONE, "过")
"""Those that only a verb bears."""
AT = "在"
"""It stands before the place where something is done."""
OTHERS = "等"
"""It ends a list that is not whole."""
BY = "由"
"""It stands before who does something."""
MEANS, AS = "以", "为"
"""What stands between them is taken for what stands behind: 以…召开 + 为契机."""
AMONG = ("中", "中有")
"""They stand behind those of whom some are told of: 48名执法人员 + 中 + 2名."""
