"""Look-up: home, the list of what was found, the guide of an item, and the ways out when nothing is found."""
