"""Words for the facts of a site and for what may be wrong with them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk_app.ui.screens.settings.site_facts import Flaw, Problem, SiteField


def _tr(text: str) -> str:
    return QCoreApplication.translate("SiteFacts", text)


def field_word(field: SiteField) -> str:
    """The label of a field."""
    return {
        SiteField.NAME: _tr("站点名称"),
        SiteField.SHORT_NAME: _tr("简称（文号用）"),
        SiteField.REGION: _tr("区划代码（12 位）"),
        SiteField.POINT: _tr("站点代码（6 位）"),
        SiteField.PHONE: _tr("咨询电话"),
        SiteField.COMPLAINT_PHONE: _tr("监督投诉电话"),
        SiteField.ADDRESS: _tr("地址"),
        SiteField.HOURS: _tr("办公时间"),
        SiteField.COUNTER: _tr("这台电脑在哪个窗口"),
        SiteField.DEVICE: _tr("设备号"),
        SiteField.REVIEW_ORGAN: _tr("行政复议机关"),
        SiteField.COURT: _tr("起诉到哪个法院"),
    }[field]


def problem_words(problem: Problem) -> str:
    """What is wrong, under the field."""
    return {
        Flaw.EMPTY: _tr("还没填"),
        Flaw.TOO_SHORT: _tr("还差 {n} 位"),
        Flaw.TOO_LONG: _tr("多了 {n} 位"),
        Flaw.NOT_DIGITS: _tr("只能是数字"),
        Flaw.NOT_PHONE: _tr("不像电话号码，请再核对一遍"),
        Flaw.UNPRINTABLE: _tr("混进了看不见的字符，请重新输入"),
    }[problem.flaw].format(n=problem.detail)
