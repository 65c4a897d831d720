"""A hospital being served: one process that writes, others that hand it their errands."""
