"""Times: what a reading says of when, put on the calendar by the date of its passage."""
