"""One question first: what is this, and so who sees to it?"""
