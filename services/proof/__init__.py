"""The proof log: what was entered is there, in its place, unchanged, and whoever holds one checkpoint can tell.

`tree` is RFC 6962 over the leaves that the ledger stores with its facts; `note` and `checkpoint` are the C2SP texts that carry
a root out of the house; `tiles` is the tree as files, `inclusion` the proof of one entry as a file; `signer` signs heads, and
none that contradicts an earlier one, `attending` in a process of its own, asked by `apart` (`who_signs` says who does); `log`
follows one ledger, handed its leaves. `witness` cosigns heads of others (`cosignature`), `asking` asks witnesses, `policy` says
how many are enough, `stamping` has heads stamped with the time and `stamps` keeps them, `keeping` keeps the state of whoever
signs. Imports no other store; knows no fact, no person and no clock.
"""
