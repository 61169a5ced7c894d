"""Deeds: whether something was done, by whom and on whose orders, as accusations and denials tell it."""
