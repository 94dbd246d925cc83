"""What fell short and what is planned, clause by clause, and what each is about."""
