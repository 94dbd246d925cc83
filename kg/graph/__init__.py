"""Identity → IRI, records → triples, the two graph files, their checks, and loading them again."""
