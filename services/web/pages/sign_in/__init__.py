"""In and out: a login and a password; on the sample hospital one button per role."""
