"""What can be done with a case, what each act asks for, and the event it becomes."""
