"""The words of the house for codes of the domain: states, modes, papers, rights; and how dates are said.

Keyed by the names of the enumerations, so that asking for a word loads no domain module before the first
paint.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desk_app.ui.assist_words import ASSIST_WORDS
from desk_app.ui.attachment_words import ATTACHMENT_WORDS, PICTURE_KEYS
from desk_app.ui.bag_words import BAG_WORDS
from desk_app.ui.device_words import DEVICE_WORDS
from desk_app.ui.handover_words import HANDOVER_KEYS
from desk_app.ui.life_words import LIFE_WORDS, PART_WORDS
from desk_app.ui.register_words import REGISTER_KEYS
from desk_app.ui.shift_words import SHIFT_KEY_WORDS, SHIFT_WORDS
from desk_app.ui.speed_words import QUICK_SHORTCUTS, SPEED_WORDS

WORDS: dict[str, dict[str, str]] = {
    "CaseState": {
        "noticed": "待补齐",
        "received": "已收件",
        "accepted": "已受理",
        "finished": "已办结",
        "assisted": "已帮办",
        "forwarded": "已转送",
        "supplementing": "待补正",
        "handling": "办理中",
        "suspended": "挂起",
        "amending": "待补办",
        "reported": "已转报",
        "ready": "待领取",
        "delivered": "已送达",
        "refused": "不予受理",
        "returned": "退件",
        "withdrawn": "已撤回",
        "voided": "已作废",
        "terminated": "已终止",
        "archived": "已归档",
    },
    "MaterialState": {
        "original": "原件",
        "copy": "复印件",
        "e_licence": "电子证照",
        "deferred": "容缺",
        "missing": "缺",
        "shared": "免交",
    },
    "Acting": {"self": "本人到场", "proxy": "委托他人", "visit": "上门代办"},
    "Channel": {"counter": "窗口", "visit": "上门", "phone": "电话", "online": "网上"},
    "Tier": {"town": "镇（街道）", "community": "社区", "village": "村"},
    "HandlingMode": {
        "direct": "直接办理",
        "entrusted_accept": "委托受理",
        "entrusted_receive": "委托收件",
        "assist": "帮办代办",
        "advice": "仅咨询",
    },
    "CaseKind": {"immediate": "即办件", "promised": "承诺件"},
    "LegalNature": {"service": "公共服务", "benefit": "行政给付", "confirmation": "行政确认"},
    "MaterialForm": {
        "original": "原件核验",
        "copy": "复印件",
        "original_and_copy": "原件和复印件",
        "sheet": "表格",
        "electronic": "电子件",
    },
    "Need": {"required": "必要", "optional": "符合时", "deferrable": "可容缺"},
    "Origin": {
        "applicant": "自备",
        "authority": "部门开具",
        "counter": "窗口领取",
        "shared_check": "窗口核验，免交",
    },
    "Occasion": {"always": "都要", "by_proxy": "别人代办时", "if_applicable": "符合时"},
    "ConfidenceLevel": {"high": "较可靠", "medium": "需留意", "low": "要核对"},
    "IdType": {
        "resident_id": "居民身份证",
        "foreigner_permit": "外国人永久居留身份证",
        "hmt_residence": "港澳台居民居住证",
        "hmt_travel": "港澳居民来往内地通行证",
        "taiwan_travel": "台湾居民来往大陆通行证",
        "passport": "护照",
        "uscc": "统一社会信用代码",
        "other": "其他证件",
    },
    "Relation": {
        "spouse": "配偶",
        "child": "子女",
        "parent": "父母",
        "relative": "亲属",
        "guardian": "监护人",
        "neighbour": "邻居",
        "agent": "代办员",
        "other": "其他",
    },
    "MandateKind": {"written": "有委托书", "guardianship": "法定代理", "none": "没有"},
    "Fact": {
        "applicant": "申请人",
        "id_number": "证件号码（遮住中间）",
        "phone": "电话（遮住中间）",
        "address": "住址",
        "item": "事项名称",
        "department": "实施部门",
        "case_number": "办件编号",
        "paper_number": "文号",
        "day": "打印日期",
        "year": "年",
        "month": "月",
        "day_of_month": "日",
        "received": "收件日期",
        "due": "截止日期",
        "materials": "收到的材料",
        "result": "办理结果",
        "site": "站点名称",
        "clerk": "经办人",
        "proxy": "代办人",
    },
    "DocumentKind": {
        "receipt": "收件凭证",
        "acceptance": "受理通知书",
        "notice": "一次性告知单",
        "completion": "办结单",
        "assistance": "帮办记录",
        "referral": "指路条",
        "supplement_notice": "补正材料告知书",
        "refusal": "不予受理通知书",
        "deferral_promise": "容缺受理承诺书",
        "deferral_notice": "容缺受理通知书",
        "mandate": "委托书",
        "handover_manifest": "材料移交清单",
        "result_notice": "办结通知",
        "not_confirmed": "不予确认告知书",
        "delivery_receipt": "送达回证",
        "extension_notice": "延期告知书",
        "special_procedure_notice": "特别程序告知书",
        "appointment": "预约单",
        "bag_label": "文件袋标签",
        "informed_promise": "告知承诺书",
        "cross_town": "通办转送单",
        "return_slip": "退件单",
        "closing_note": "终止办理说明",
        "deferral_outcome": "容缺逾期告知书",
    },
    "PaperSize": {
        "A4": "A4",
        "A5": "A5",
        "80mm": "80 毫米小票",
        "60x40mm": "60×40 毫米标签",
        "241x280mm": "241 连续纸（整张）",
        "241x140mm": "241 连续纸（二等分）",
        "241x93mm": "241 连续纸（三等分）",
    },
    "Role": {"clerk": "窗口人员", "agent": "代办员", "manager": "负责人", "auditor": "审计员"},
    "Right": {
        "receive": "收件",
        "accept": "受理",
        "reveal": "看完整号码",
        "print": "打印",
        "export_unmasked": "导出完整信息",
        "manage_users": "管人员",
        "manage_site": "改站点设置",
        "manage_catalogue": "更新事项目录",
        "read_audit": "看操作记录",
        "backup": "备份",
    },
    "Lamp": {
        "ok": "正常",
        "soon": "临近",
        "due": "今日到期",
        "overdue": "逾期",
        "paused": "暂停计时",
        "done": "办结",
    },
    "Outcome": {
        "open": "还没看完材料",
        "accept": "可以受理",
        "tolerance": "容缺受理",
        "notice": "一次性告知",
        "receive": "可以收件",
        "finish": "当场办结",
        "assist": "可以帮办",
        "decline": "不在本站办，转告去处",
    },
    "Problem": {
        "name": "姓名",
        "id_number": "证件号码",
        "phone": "手机号",
        "proxy_name": "代办人姓名",
        "proxy_id_number": "代办人证件号码",
        "mandate": "委托手续",
        "materials": "材料",
        "promise_by": "补交日期",
        "item": "事项",
    },
    "Unit": {"working": "工作日", "natural": "自然日"},
    "Sex": {"male": "男", "female": "女"},
    "LineKind": {
        "start": "受理当天，不算",
        "counted": "工作日",
        "makeup": "调休上班",
        "weekend": "周末",
        "holiday": "节假日",
        "closure": "本站休息",
        "paused": "暂停计时",
        "moved": "顺延到上班日",
    },
    "DayKind": {
        "working": "上班",
        "makeup": "调休上班",
        "weekend": "周末",
        "holiday": "节假日",
        "closure": "本站休息",
        "outside": "还没公布放假安排",
    },
    "MarkKind": {"holiday": "节假日", "makeup": "调休上班", "closure": "本站休息"},
    "Notice": {
        "private_use": "有读卡器自造的字，打印出来会是空白，请改成规范字",
        "stand_in": "名字里有拆开写的字，请核对证件",
        "old_form": "15 位老号码，已换成 18 位",
    },
    "PasswordFlaw": {
        "too_short": "至少 8 位",
        "too_long": "最多 128 位",
        "one_kind": "数字和字母都要有",
        "contains_name": "别把姓名放进口令",
        "all_same": "别全用同一个字符",
    },
    "Fate": {"same": "没有变", "changed": "有变化", "removed": "已取消"},
    "Scheme": {"light": "明亮", "dark": "深色", "high_contrast": "高对比"},
} | LIFE_WORDS
WORDS |= BAG_WORDS | ATTACHMENT_WORDS | SHIFT_WORDS | DEVICE_WORDS | SPEED_WORDS | ASSIST_WORDS

SHORTCUT_WORDS: dict[str, str] = {
    "command": "搜索框",
    "go.lookup": "查询",
    "go.intake": "收件",
    "go.cases": "办件",
    "go.settings": "设置",
    "primary": "办理",
    "lane.new": "新办",
    "lane.hold": "挂起",
    "lane.next": "换一位",
    "lane.previous": "上一位",
    "lane.same_item": "同一事项，下一位",
    "withdraw": "撤回这次受理",
    "guide": "指南、按键",
    "keys": "全部按键",
    "refresh": "刷新、重试",
    "full_screen": "全屏",
    "large_type": "大字",
    "contrast": "高对比",
    "lock": "锁屏",
    "reader.read": "再读一次身份证",
    "customer.show": "给群众看／收起",
    "customer.sign": "请群众签名",
    "customer.window": "开关客屏",
    "tab": "下一处",
    "back": "清空、关闭、返回",
    "lookup.move": "选择",
    "lookup.pick": "直选",
    "lookup.take": "收件",
    "lookup.start": "开始收件",
    "lookup.checklist": "告知书",
    "lookup.referral": "指路条",
    "lookup.note": "记一笔咨询",
    "lookup.tick": "勾选已带的材料",
    "intake.next_field": "下一项",
    "intake.change_item": "换事项",
    "intake.take_all": "全部收齐",
    "intake.more": "更多",
    "intake.id_number": "证件号码",
    "intake.who": "由谁来办",
    "intake.materials": "材料",
    "intake.remark": "备注",
    "intake.pick": "选第几个",
    "intake.reveal": "按住看号码",
    "materials.row": "选行",
    "materials.original": "原件",
    "materials.copy": "复印件",
    "materials.e_licence": "电子证照",
    "materials.deferred": "容缺",
    "materials.missing": "缺",
    "cases.move": "选择",
    "cases.open": "打开",
    "cases.filter": "筛选",
    "cases.reprint": "补打文书",
    "cases.reveal": "按住看号码",
    "cases.more": "更多",
    "cases.pick": "自己的队列、选第几个",
    "cases.note": "记一笔",
    "cases.copy_line": "复制电话答复",
    "unlock.recovery": "用恢复单",
    "unlock.lookup": "先查事项",
    "unlock.enter": "进入",
    "unlock.move": "选人",
    "setup.next_field": "下一项",
    "setup.back": "上一步",
    "setup.demo": "先看演示",
    "setup.move": "选事项",
    "setup.mode": "怎么办",
    "setup.tick": "办、不办",
    "settings.section": "选设置",
    "settings.move": "选一行",
    "settings.open": "打开",
    "settings.filter": "筛选",
    "settings.leap": "套打：挪 5 毫米",
    "settings.spot": "套打：换一处内容",
    "settings.remove": "套打：拿掉这处",
    "settings.new": "新增人员",
    "dialog.confirm": "确定",
    "dialog.choose": "选第几个",
    "dialog.close": "关闭",
}
SHORTCUT_WORDS |= QUICK_SHORTCUTS

SHORTCUT_WORDS |= PICTURE_KEYS
SHORTCUT_WORDS |= SHIFT_KEY_WORDS
SHORTCUT_WORDS |= PICTURE_KEYS | REGISTER_KEYS

CONTEXT_WORDS: dict[str, str] = {
    "global": "哪儿都能用",
    "lookup": "查询",
    "intake": "收件",
    "materials": "材料清单里",
    "cases": "办件",
    "handover": "交接",
    "pictures": "材料图像",
    "quick": "连续登记、补录",
    "unlock": "锁屏",
    "setup": "首次设置",
    "shift": "交班",
    "settings": "设置",
    "registers": "台账",
    "dialog": "弹出的小窗里",
}

_WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")


def word(code: StrEnum) -> str:
    """The word for one member of an enumeration."""
    return _said(WORDS[type(code).__name__][code.value])


def word_for(enumeration: str, value: str) -> str:
    """The word by names, for values that come as text (error parameters); the value itself if unknown."""
    found = WORDS.get(enumeration, {}).get(value)
    return value if found is None else _said(found)


def part_word(name: str) -> str:
    """What a part of an act is called; the name itself where it has no word."""
    return _said(PART_WORDS.get(name, name))


def shortcut_word(name: str) -> str:
    """What a key does, in a word or two."""
    return _said((SHORTCUT_WORDS | HANDOVER_KEYS)[name])


def context_word(context: StrEnum) -> str:
    """Where a group of keys works."""
    return _said(CONTEXT_WORDS[context.value])


def weekday_name(day: date) -> str:
    """周一 to 周日."""
    return _said(_WEEKDAYS[day.weekday()])


def weekday_letter(day: date) -> str:
    """一 to 日, for the small boxes of a day strip."""
    return weekday_name(day)[-1]


def screen_date(day: date) -> str:
    """2026-12-08 周二, as clerks read dates."""
    return f"{day.isoformat()} {weekday_name(day)}"


def citizen_date(day: date) -> str:
    """12 月 8 日, as citizens are told dates."""
    return _said("{month} 月 {day} 日").format(month=day.month, day=day.day)


def _said(text: str) -> str:
    return QCoreApplication.translate("Words", text)
