"""Importing the log a hospital already has: a file, what would happen, carried out, and what the log tells.

`passage` is a file on its way, kept in memory and on disk only until it has entered or is dropped.
"""
