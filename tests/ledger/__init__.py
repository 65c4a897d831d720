"""The ledger, held to its frozen bytes, to the contracts of the library and to callers that race or die."""
