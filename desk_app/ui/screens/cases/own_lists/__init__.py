"""One's own queues and columns on the cases screen."""
