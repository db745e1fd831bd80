"""Words for what the lint finds in a catalogue (domain/item_lint.py)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk_app.domain.item_lint import Finding, Severity
from desk_app.ui.theme.look import Tone

SEVERITY_TONES: dict[Severity, Tone] = {
    Severity.ERROR: Tone.RED,
    Severity.WARNING: Tone.AMBER,
    Severity.NOTE: Tone.GREY,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Findings", text)


def severity_word(severity: Severity) -> str:
    """How bad."""
    return {
        Severity.ERROR: _tr("不能用"),
        Severity.WARNING: _tr("要改"),
        Severity.NOTE: _tr("待核"),
    }[severity]


def finding_words(finding: Finding) -> str:
    """What is wrong, with what it is about; an unknown rule is named as it stands in the file."""
    words = _rules().get(finding.rule, finding.rule)
    return _tr("{what}（{detail}）").format(what=words, detail=finding.detail) if finding.detail else words


def _rules() -> dict[str, str]:
    return _whole_rules() | {
        "name_missing": _tr("没写名称"),
        "department_missing": _tr("没写主管部门"),
        "conditions_missing": _tr("没写办理条件"),
        "steps_missing": _tr("没写办理流程"),
        "fee_missing": _tr("没写收不收费"),
        "result_missing": _tr("没写办成什么"),
        "legal_basis_missing": _tr("没写设定依据"),
        "materials_missing": _tr("没写要带什么"),
        "code_length": _tr("编码的位数不对"),
        "confidence_low": _tr("这份指南不太可靠，请对照部门的清单"),
        "deferrable_in_immediate": _tr("即办件里有可容缺的材料"),
        "deferrable_exempt": _tr("免交的材料不用写可容缺"),
        "exempt_with_copies": _tr("免交的材料却写了份数"),
        "no_copies": _tr("没写要几份"),
        "required_sometimes": _tr("符合时才要的材料写成了必要"),
        "deferrable_form": _tr("申请表不能容缺"),
        "deferrable_identity": _tr("身份证不能容缺"),
        "fee_without_basis": _tr("收费没写依据"),
        "immediate_with_limit": _tr("即办件却写了办理天数"),
        "legal_basis_unverified": _tr("设定依据的文号还没核对"),
        "limit_unknown": _tr("不知道几天办好"),
        "material_name_missing": _tr("有一份材料没写名称"),
        "material_numbers": _tr("材料的序号不连续"),
        "material_twice": _tr("同一份材料写了两次"),
        "phone_without_area": _tr("电话没写区号"),
        "phones_equal": _tr("咨询电话和投诉电话一样"),
        "promised_over_statutory": _tr("承诺的天数比法定的还长"),
        "promised_without_days": _tr("承诺件没写天数"),
        "questions_open": _tr("有几处要问部门"),
        "result_type": _tr("结果类型不对"),
        "service_object_missing": _tr("没写谁能办"),
        "visit_without_reason": _tr("要跑两次以上，没写原因"),
    }


def _whole_rules() -> dict[str, str]:
    return {
        "bundle_unknown_item": _tr("一件事里有目录没有的事项"),
        "id_form": _tr("事项的编号写法不对"),
        "id_twice": _tr("两个事项用了同一个编号"),
        "link_one_way": _tr("上下级事项只有一边指向另一边"),
        "link_unknown": _tr("指向目录里没有的事项"),
        "name_twice_in_tier": _tr("同一级里有两个同名事项"),
        "release_empty": _tr("目录里一个事项也没有"),
        "term_missing_name": _tr("用名称搜不到它"),
        "term_syllables": _tr("拼音和字数对不上"),
        "term_unknown_item": _tr("有搜索词指向目录没有的事项"),
        "version_form": _tr("版本号的写法不对"),
    }
