"""What is counted: numbers of sentences and tables, what each counts, of whom, and of which year."""
