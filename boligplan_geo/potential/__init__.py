"""Homes: what plans permit on paper, and later what a placement demonstrates."""
