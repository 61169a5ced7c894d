"""Actors: mentions of one person, body or country, across documents, with the reasons of every join."""
