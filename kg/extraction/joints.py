"""What joins the members of a list: a closed class of Chinese grammar, as its punctuation is; one list for all rules."""

PAUSE = "、"
CONJUNCTIONS = ("和", "与", "及", "以及")
JOINTS = (PAUSE, *CONJUNCTIONS)
SIGNS = "".join(joint for joint in JOINTS if len(joint) == 1)
"""Those of one character, for the set of a pattern."""
LAST = ("以及", "及")
"""Those that may follow a comma before the last member: 《A》《B》，以及《C》."""
