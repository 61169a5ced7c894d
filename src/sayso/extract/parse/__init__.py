"""Parse: an edition cut into paragraphs with their tokens and trees, mended, and the grammar all finders share."""
