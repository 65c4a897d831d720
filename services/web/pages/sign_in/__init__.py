"""In and out: a login and a password, then whatever is owed; on the sample hospital one button per role."""
