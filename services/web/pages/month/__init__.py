"""The monthly page of a unit and of the hospital, which writes itself; and what of it hangs on the wall: you said, we did."""
