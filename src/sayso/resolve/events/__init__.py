"""Events: which deed claims tell of one occurrence, when it was, and what it is part of."""
