"""Ties and traits: lasting relations with the time they are said to hold, and what is said of one actor."""
