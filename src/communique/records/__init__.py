"""Room 2: the layout of a wire → its record, every value with its evidence. Pure; one small module per kind of fact."""
