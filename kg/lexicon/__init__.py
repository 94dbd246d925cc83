"""The lexicon: vocabularies and gazetteers as records and compiled matchers; no document in sight."""
