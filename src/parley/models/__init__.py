"""The models of the lessons, from bargaining to evidence, as pure functions on numbers.

They use the standard library alone.  Probabilities and shares lie between 0 and 1.
"""
