"""Mail that leaves the house, over a real mail server on this machine."""
