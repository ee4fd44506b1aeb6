"""Persons: names, offices beside them, words given to them, parts they take. Each module reads one kind of fact."""
