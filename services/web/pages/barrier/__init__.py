"""A barrier: what stands in the way, who has it, which issues of which units wait for it."""
