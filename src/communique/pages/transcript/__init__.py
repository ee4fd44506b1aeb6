"""The text of one release as its page prints it: blocks in order, grouped by turn, and where the evidence stands."""
