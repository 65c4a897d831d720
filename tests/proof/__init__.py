"""The proof log against the specifications: trees, notes, checkpoints, tiles, and a signer that signs one history."""
