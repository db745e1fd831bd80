"""Words of the rows under 设备."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk_app.ui.screens.settings.setting_words import SettingWords


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsDevices", text)


def reader_word(kind: str) -> str:
    """A kind of card reader."""
    return {
        "none": _tr("没有"),
        "wedge": _tr("像键盘"),
        "socket": _tr("WebSocket"),
        "http": _tr("HTTP"),
        "process": _tr("读卡程序"),
        "simulator": _tr("演示"),
    }[kind]


def device_rows() -> dict[tuple[str, str], SettingWords]:
    """By table and key."""
    return {
        ("reader", "reader_kind"): SettingWords(
            _tr("怎么连"), _tr("看读卡器的说明书。“像键盘”的插上就能用，各项之间用 | 隔开")
        ),
        ("reader", "reader_address"): SettingWords(
            _tr("地址或程序"),
            _tr("例：ws://127.0.0.1:30089，或 http://127.0.0.1:38088/readIDCard"),
            _tr("只能是这台电脑"),
        ),
        ("reader", "reader_ask"): SettingWords(
            _tr("问读卡服务的话"), _tr("厂家要求不一样时才填"), _tr("不填就用常用的")
        ),
        ("scanner", "scan_prefix"): SettingWords(
            _tr("扫码枪加在前面的字"), _tr("设了前缀，再慢的枪也认得出来"), _tr("没有就不填")
        ),
        ("scanner", "scan_suffix"): SettingWords(_tr("扫码枪加在后面的字"), "", _tr("没有就不填")),
        ("scanner", "scan_tab"): SettingWords(_tr("扫码枪用 Tab 结尾"), _tr("多数用回车，不用开")),
        ("customer", "customer_screen"): SettingWords(
            _tr("登录后就打开客屏"), _tr("有第二块屏就铺满那一块；平时按 Ctrl+Shift+K 开关")
        ),
        ("customer", "customer_near"): SettingWords(
            _tr("旁边常有人站着"), _tr("客屏上的姓名和住址也遮住几个字")
        ),
    }
