"""Taking wires into an archive: what they are called, whether they are there already, and where they are put."""
