"""Erasure, holds, redaction, opened identities, read log: what may be known of whom, and what of it may go."""
