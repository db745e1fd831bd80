"""What is said and asked below the table."""
