"""Which tone and which icon stand for a mode, a state of a paper, an outcome; keyed by enum values."""

from __future__ import annotations

from desk_app.ui.theme.look import Tone

MODE_LOOKS: dict[str, tuple[Tone, str]] = {
    "direct": (Tone.GREEN, "check-circle"),
    "entrusted_accept": (Tone.BLUE, "identification-card"),
    "entrusted_receive": (Tone.AMBER, "tray"),
    "assist": (Tone.PLUM, "handshake"),
    "advice": (Tone.GREY, "chat-text"),
}

MATERIAL_LOOKS: dict[str, tuple[Tone, str]] = {
    "original": (Tone.GREEN, "check"),
    "copy": (Tone.BLUE, "copy"),
    "e_licence": (Tone.TEAL, "device-mobile"),
    "deferred": (Tone.AMBER, "hourglass-medium"),
    "missing": (Tone.RED, "x"),
    "shared": (Tone.GREEN, "shield-check"),
}

OUTCOME_LOOKS: dict[str, tuple[Tone, str]] = {
    "open": (Tone.GREY, "list-bullets"),
    "accept": (Tone.GREEN, "check-circle-fill"),
    "tolerance": (Tone.AMBER, "hourglass-medium"),
    "notice": (Tone.RED, "warning-circle-fill"),
    "receive": (Tone.BLUE, "tray"),
    "finish": (Tone.GREEN, "check-circle-fill"),
    "assist": (Tone.PLUM, "handshake"),
    "decline": (Tone.GREY, "arrow-square-out"),
}

CASE_STATE_TONES: dict[str, Tone] = {
    "noticed": Tone.AMBER,
    "received": Tone.BLUE,
    "accepted": Tone.GREEN,
    "finished": Tone.GREY,
    "assisted": Tone.PLUM,
    "forwarded": Tone.PLUM,
    "supplementing": Tone.AMBER,
    "handling": Tone.BLUE,
    "suspended": Tone.GREY,
    "amending": Tone.AMBER,
    "reported": Tone.PLUM,
    "ready": Tone.TEAL,
    "delivered": Tone.GREY,
    "refused": Tone.RED,
    "returned": Tone.RED,
    "withdrawn": Tone.GREY,
    "voided": Tone.RED,
    "terminated": Tone.GREY,
    "archived": Tone.GREY,
}
