"""The one error of the set-up."""


class SetupProblem(Exception):
    """The set-up cannot go on; the text is a sentence for the person at the terminal."""
