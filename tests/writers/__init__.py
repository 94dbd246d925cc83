"""Writers of every format that is read: independent of the readers, from the paragraphs of a report."""
