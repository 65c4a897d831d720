"""One's own sign-in: password, second step, where one is signed in, the hospital's own sign-in; and how one is told."""
