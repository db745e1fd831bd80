"""Papers: a domain value in, the bytes of a PDF out. No Qt, no database, no clock.

``request`` (light) says what can be asked for, ``draw`` draws it, ``picture`` turns pages into pixels.
"""
