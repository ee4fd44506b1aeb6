"""A new archive: the files that it begins with, and putting them into a folder."""
