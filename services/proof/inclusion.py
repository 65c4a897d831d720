"""A proof that one entry is in the log, as a file of its own (C2SP tlog-proof): whoever has the public key checks it with any
program that knows the format."""

from base64 import b64encode

from services.proof.tree import Tree

FIRST = "c2sp.org/tlog-proof@v1"


def written(entry: bytes, seq: int, size: int, tree: Tree, note: str) -> str:
    """Of the entry at `seq`, in the tree of the head that the `note` signs; `entry` is what its leaf is the hash of."""
    path = "".join(f"{b64encode(one).decode()}\n" for one in tree.inclusion(seq - 1, size))
    return f"{FIRST}\nextra {b64encode(entry).decode()}\nindex {seq - 1}\n{path}\n{note}"
