"""What a text tells and elsewhere denies, whatever its words are: found within one document."""
