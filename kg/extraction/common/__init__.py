"""What all rules look at: words, clauses, lists, where names begin, and the candidates that components hand on."""
