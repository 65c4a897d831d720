"""The four responsibilities of leaders: how each is carried, quarter by quarter, weakest first, never one number for all."""
