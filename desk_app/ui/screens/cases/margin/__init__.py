"""What is written beside a case: the sentence for the telephone, notes, calls, tags."""
