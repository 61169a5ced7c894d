"""Quantities: every figure that counts or measures, as an interval, with what it counts and what it is of."""
