"""What was done, in one line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk_app.ui.screens.settings.shown import Said, Shown


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsSaid", text)


def said_words(shown: Shown) -> str:
    """The line for what was done last."""
    if shown.said is Said.TEXT:
        return shown.text
    years = _tr("、").join(str(year) for year in shown.stock.imported)
    return {
        Said.NOTHING: "",
        Said.SAVED: _tr("存好了，已经生效"),
        Said.PERSON_ADDED: _tr("加好了，让他用这个口令登录"),
        Said.ROLE_CHANGED: _tr("角色改好了，下次登录生效"),
        Said.ACCOUNT_CLOSED: _tr("账号停用了，他经办的记录都在"),
        Said.ACCOUNT_REOPENED: _tr("账号恢复了，让他用新口令登录"),
        Said.PASSWORD_SET: _tr("口令换好了，原来的打不开了"),
        Said.STAND_IN_GIVEN: _tr("顶岗安排好了，到日子自动生效"),
        Said.STAND_IN_ENDED: _tr("顶岗结束了"),
        Said.VERIFIED: _tr("核定好了，屏幕和凭证上不再写“参考”"),
        Said.CALENDAR_IMPORTED: _tr("{years} 年的放假安排装好了").format(years=years),
        Said.BACKED_UP: _tr("备份好了，也核对过了"),
        Said.RELEASE_ADOPTED: _tr("新的目录启用了"),
        Said.COPIED: _tr("诊断信息已复制，粘贴给帮忙的人就行"),
    }[shown.said]
