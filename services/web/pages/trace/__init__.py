"""One concern followed hop by hop, for a surveyor who points at it: each hop with its day, its place in the log, or its gap."""
