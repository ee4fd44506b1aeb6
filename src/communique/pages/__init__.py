"""Room 4: the catalog → pages: plans, contexts and what templates print. Pure."""
