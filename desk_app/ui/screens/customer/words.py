"""Words on the customer's screen: spoken, with 您, never an office's."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk_app.ui.screens.customer.values import Confirm, Face, Progress, Rate, Sign, Thanks
from desk_app.ui.theme.look import Tone


def tr(text: str) -> str:
    """A word of this screen, translated."""
    return QCoreApplication.translate("Customer", text)


def head_word(face: Face) -> str:
    """What the top bar adds behind the counter."""
    words = {Rate: tr("评价"), Sign: tr("签名"), Progress: tr("办到哪一步")}
    return words.get(type(face), "")


def spoken(face: Face) -> str:
    """The face in one sentence, for a screen reader."""
    match face:
        case Confirm():
            return tr("请您看一看，对不对？")
        case Sign(for_what=words):
            return tr("请您在这里签名。{words}").format(words=words)
        case Rate():
            return tr("您对这次服务满意吗？")
        case Progress(about=about):
            return about
        case Thanks(words=words):
            return words
        case _:
            return tr("您好，欢迎来办事")


def chip_state(face: Face) -> tuple[str, Tone]:
    """The face in the clerk's command bar."""
    if isinstance(face, Confirm):
        return {
            None: (tr("客屏：在核对"), Tone.BLUE),
            True: (tr("客屏：都对"), Tone.GREEN),
            False: (tr("客屏：有不对的"), Tone.AMBER),
        }[face.answer]
    words = {
        Sign: (tr("客屏：在签名"), Tone.BLUE),
        Rate: (tr("客屏：在评价"), Tone.BLUE),
        Progress: (tr("客屏：看进度"), Tone.BLUE),
        Thanks: (tr("客屏：记下了"), Tone.GREEN),
    }
    return words.get(type(face), (tr("客屏"), Tone.GREY))
