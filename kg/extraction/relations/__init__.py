"""Who does what: a verb, its object, its subject, and whether it was done."""
