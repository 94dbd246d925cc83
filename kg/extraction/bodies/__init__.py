"""Who acts: places, bodies and people, each by the word of its kind and what stands around it."""
