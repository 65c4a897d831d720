"""One page for whoever runs the machine: what is set, and how Heard is kept running, encrypted, signed in to and copied."""
