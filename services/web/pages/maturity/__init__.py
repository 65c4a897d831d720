"""How far leaders say we have come: the profile that was agreed, each self-assessment, rating alone, agreeing together."""
