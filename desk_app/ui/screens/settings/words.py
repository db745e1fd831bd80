"""Words of the settings: sections, rows, choices, and what the pages say about releases and findings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk_app.ui.screens.settings.device_rows import device_rows, reader_word
from desk_app.ui.screens.settings.sections import Section
from desk_app.ui.screens.settings.setting_words import SettingWords
from desk_app.ui.screens.settings.site_facts import SiteField
from desk_app.ui.screens.settings.site_words import field_word
from desk_app.ui.words import word_for

SECTION_ICONS: dict[Section, str] = {
    Section.PRINTING: "printer",
    Section.DISPLAY: "text-aa",
    Section.PEOPLE: "users",
    Section.SITE: "buildings",
    Section.ITEMS: "list-bullets",
    Section.CALENDAR: "calendar",
    Section.BACKUP: "floppy-disk",
    Section.CATALOGUE: "book-open",
    Section.WORDING: "note-pencil",
    Section.OVERPRINT: "printer",
    Section.DEVICES: "monitor",
    Section.ABOUT: "info",
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)


def section_word(section: Section) -> str:
    """A section in the list."""
    return {
        Section.PRINTING: _tr("打印与扫描"),
        Section.DISPLAY: _tr("显示与锁屏"),
        Section.PEOPLE: _tr("人员"),
        Section.SITE: _tr("站点"),
        Section.ITEMS: _tr("事项"),
        Section.CALENDAR: _tr("日历"),
        Section.BACKUP: _tr("备份"),
        Section.CATALOGUE: _tr("目录"),
        Section.WORDING: _tr("文书用语"),
        Section.OVERPRINT: _tr("套打"),
        Section.DEVICES: _tr("设备"),
        Section.ABOUT: _tr("关于"),
    }[section]


def setting_words(group: str, key: str) -> SettingWords:
    """The words of one row; ``group`` is the table it stands in."""
    found = _rows().get((group, key))
    return found if found is not None else SettingWords(field_word(SiteField(key)))


def _rows() -> dict[tuple[str, str], SettingWords]:
    return _desk_rows() | device_rows() | _site_rows() | _item_rows()


def _desk_rows() -> dict[tuple[str, str], SettingWords]:
    return {
        ("display", "theme"): SettingWords(_tr("颜色"), _tr("按 Alt+G 随时换成高对比")),
        ("display", "large_type"): SettingWords(_tr("大字"), _tr("按 Alt+D 随时换")),
        ("display", "lock_after_minutes"): SettingWords(
            _tr("多久没人动就锁屏"), _tr("离开柜台请按 Ctrl+L。锁屏时填了一半的都在。")
        ),
        ("paper", "explain_due"): SettingWords(
            _tr("凭证上写明到期日怎么算"), _tr("列出算了哪几天、跳过哪几天")
        ),
        ("paper", "large_print"): SettingWords(_tr("凭证用大字"), _tr("给老年人看着方便，纸会长一些")),
        ("scanner", "watch_folder"): SettingWords(
            _tr("高拍仪存图的文件夹"),
            _tr("拍一张，材料图像里就会问放到哪儿；不填就不看"),
            _tr("例：D:\\高拍仪"),
        ),
        ("scanner", "after_stored"): SettingWords(
            _tr("图存好以后，原来的文件"), _tr("都在图加密存好以后才动")
        ),
        ("scanner", "identity_purpose"): SettingWords(
            _tr("身份证图像只用于"),
            _tr("不填就不留身份证图像；填了会满版印在图上，谁看过都记着。由负责人填"),
            _tr("例：办理高龄津贴"),
        ),
        ("thermal", "thermal_address"): SettingWords(
            _tr("小票机接在哪里"), _tr("ESC/POS 热敏机；没有就空着"), _tr("例：192.168.1.50:9100 或 COM3")
        ),
        ("thermal", "thermal_width"): SettingWords(_tr("小票纸多宽")),
        ("backup", "backup_folder"): SettingWords(
            _tr("备份存到哪儿"), _tr("最好是 U 盘或另一台电脑"), _tr("选一个文件夹")
        ),
        ("backup", "last_backup"): SettingWords(_tr("上次备份")),
    }


def _site_rows() -> dict[tuple[str, str], SettingWords]:
    fixed = _tr("建站点时定下，编号靠它，不再改")
    return {
        ("site", "tier"): SettingWords(_tr("是哪一级")),
        ("site", "review_organ"): SettingWords(
            field_word(SiteField.REVIEW_ORGAN), _tr("不予受理、不予批准的告知书要写，向区司法局问清楚")
        ),
        ("site", "court"): SettingWords(
            field_word(SiteField.COURT), _tr("同上；不填就不写法院的名字"), _tr("例：示例区人民法院")
        ),
        ("site", "region_code"): SettingWords(field_word(SiteField.REGION), fixed),
        ("site", "point_code"): SettingWords(field_word(SiteField.POINT), fixed),
        ("site", "device_number"): SettingWords(field_word(SiteField.DEVICE), fixed),
    }


def _item_rows() -> dict[tuple[str, str], SettingWords]:
    own = _tr("不填就用站点的")
    return {
        ("item", "promised_days"): SettingWords(_tr("承诺几个工作日办好"), placeholder=_tr("不填就按目录")),
        ("item", "counter"): SettingWords(_tr("在哪个窗口办"), placeholder=_tr("例：03、04 号窗口")),
        ("item", "phone"): SettingWords(_tr("咨询电话"), placeholder=own),
        ("item", "complaint_phone"): SettingWords(_tr("监督投诉电话"), placeholder=own),
        ("item", "address"): SettingWords(_tr("地址"), placeholder=own),
        ("item", "hours"): SettingWords(_tr("办公时间"), placeholder=own),
        ("item", "reminder"): SettingWords(
            _tr("给工作人员的提醒"), placeholder=_tr("例：先问清是不是本区户籍")
        ),
        ("item", "remedy"): SettingWords(
            _tr("不服怎么办"), _tr("告知书上的救济语，由区司法局定；没定就不打这张纸")
        ),
    }


def choice_word(key: str, choice: str) -> str:
    """One choice of a row."""
    if key == "reader_kind":
        return reader_word(choice)
    if key == "theme":
        return word_for("Scheme", choice)
    if key == "thermal_width":
        return _tr("{n} 毫米").format(n=choice)
    if key == "remedy":
        return {
            "": _tr("没定"),
            "review_first": _tr("先复议"),
            "either": _tr("复议或起诉"),
        }[choice]
    if key == "after_stored":
        return word_for("AfterStored", choice)
    return _tr("{n} 分钟").format(n=choice)


def days_problem() -> str:
    """What is wrong with promised days."""
    return _tr("只能是 0 到 366 的整数")


def size_words(size: int) -> str:
    """42 MB."""
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size / 1000:.0f} KB"
