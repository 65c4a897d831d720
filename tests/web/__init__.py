"""The web face without a browser: what is fetched, what is drawn, what is printed."""
