"""Words of the frame: steps, headings, what the primary button says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk_app.ui.screens.first_run.calls import Step
from desk_app.ui.screens.first_run.shown import Shown


def _tr(text: str) -> str:
    return QCoreApplication.translate("FirstRun", text)


def step_word(step: Step) -> str:
    """A step in the list."""
    return {
        Step.SITE: _tr("这是哪里"),
        Step.PEOPLE: _tr("谁来用"),
        Step.ITEMS: _tr("办哪些事"),
        Step.PRINTING: _tr("打印"),
        Step.TRIAL: _tr("试办一件"),
    }[step]


def step_state(step: Step, here: bool, done: bool) -> str:
    """A step for the screen reader."""
    state = _tr("现在在这一步") if here else _tr("已完成") if done else _tr("还没到")
    return f"{step_word(step)}，{state}"


def heading(shown: Shown) -> str:
    """The question of a page."""
    return {
        Step.SITE: _tr("这是哪里？"),
        Step.PEOPLE: _tr("谁来用？"),
        Step.ITEMS: _tr("本站点办哪些事？"),
        Step.PRINTING: _tr("凭证从哪里打出来？"),
        Step.TRIAL: _tr("都好了，试办一件？"),
    }[shown.step]


def advice(shown: Shown, *, compact: bool) -> str:
    """The line below it; where the list of steps has no room, it says how far we are."""
    words = {
        Step.SITE: _tr("这些会印在凭证上。先填名称，其他以后在“设置”里也能改。还没想好，可以先看演示。"),
        Step.PEOPLE: _tr("先建一个管理员，其他人员以后由他添加。"),
        Step.ITEMS: _tr("已按基础目录勾好，您只需要改不一样的。以后在“设置”里随时可改。"),
        Step.PRINTING: _tr("每种文书选一台，选好就生效，打印时不再问。"),
        Step.TRIAL: _tr("想先练练手也行，演示和正式数据互不影响。"),
    }[shown.step]
    if not compact:
        return words
    at = _tr("第 {n} 步，共 {all} 步。").format(n=list(Step).index(shown.step) + 1, all=len(Step))
    return f"{at}{words}"


def next_words(shown: Shown) -> str:
    """What the primary button does."""
    if shown.busy:
        return _tr("稍等一下")
    if shown.step is Step.PEOPLE and not shown.people.made:
        return _tr("建好站点")
    if shown.step is Step.TRIAL:
        return _tr("就这样开始")
    following = list(Step)[list(Step).index(shown.step) + 1]
    return _tr("下一步：{step}").format(step=step_word(following))
