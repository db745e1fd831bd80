"""套打: facts put on forms that are printed already, aimed on their picture."""
