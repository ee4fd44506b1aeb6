"""What was or is to be signed: kinds, verbs, titles, parties, prose and lists. `documents.py` drives them."""
