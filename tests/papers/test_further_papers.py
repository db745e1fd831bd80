"""What must and must not stand on each further paper (domain.md, appendix A3 to A10), by table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from desk_app.domain.case_life import Carrier, Delivery, DeliveryWay, Refusal, Verdict
from desk_app.domain.cases import Acting, Case, CaseState
from desk_app.domain.catalogue import LegalNature
from desk_app.domain.people import MandateKind, Proxy, Relation
from desk_app.domain.worktime import Deadlines, Limit, Pause, due_date
from desk_app.papers.draw import draw
from desk_app.papers.fonts import FontChain
from desk_app.papers.particulars import Particulars, SupplyWay
from desk_app.papers.request import PaperRequest
from tests.papers import later_occasions as later
from tests.papers import samples
from tests.papers.later_occasions import EITHER, FIRST, SITE, D, M, S
from tests.papers.reading import text_of
from tests.papers.samples import request

REVIEW_FIRST = (
    "应当先自知道之日起60日内向示例区人民政府申请行政复议；"
    "对复议决定仍不服的，可自收到复议决定书之日起15日内起诉"
)
OR_SUE = "60日内向示例区人民政府申请行政复议，或者自知道之日起6个月内起诉"
GUARDED = Proxy(later.AGENT, Relation.PARENT, MandateKind.GUARDIANSHIP)
WRITTEN = Proxy(later.AGENT, Relation.CHILD, MandateKind.WRITTEN)
STANDING = Deadlines(
    due_date(samples.AT.date(), Limit(10), samples.CALENDAR, [Pause(date(2026, 11, 26))]), None
)
APPROVED_BY = Particulars(approver="王某某")
AS_AN_EXAMPLE = replace(samples.offered(), phone="0000-3333333", counter="05 号窗口")

CASES: tuple[tuple[str, Callable[[], PaperRequest], tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "A4b tells day and consequence, in the very words",
        lambda: request(D.SUPPLEMENT_NOTICE, case=later.supplementing()),
        ("补正材料告知书",
         "请于2026年12月10日前补正；逾期未补正的，退还材料、终结本次办理，不影响补齐后再次申请；"
         "确有困难可在期满前申请延期。", "户口簿", "缺首页", "首页和本人页复印件1份",
         "《示例指南》第三条",
         "复印件看不清", "□窗口", "□代办员上门", "被告知人（签字）", "告知人：李某某", "补正告知回执",
         "以下空白"),
        ("一次性告知书", "许可", "当场更正", "☑", "None", "居民身份证"),
    ),
    (
        "A4b lists what was put right on the spot apart, and ticks the way",
        lambda: request(D.SUPPLEMENT_NOTICE, S.ROLL80, case=later.supplementing(),
                        particulars=Particulars(way=SupplyWay.POST, corrected=("姓名", "出生日期"))),
        ("已当场更正，不用再补：姓名；出生日期", "☑邮寄", "□网上", "请在这天前补正", "12月10日周四",
         "退还材料、终结本次办理，不影响补齐后再次申请"),
        ("None",),
    ),
    (
        "a round after acceptance has another consequence, and the clocks stand by the item's rule",
        lambda: request(D.SUPPLEMENT_NOTICE, S.A4,
                        case=later.supplementing(after_acceptance=True, pauses=True)),
        ("办理中发现", "以现有材料作出决定或者终止办理", "等待补正期间暂停计算办理时限"),
        ("退还材料", "照常计算"),
    ),
    (
        "or run on",
        lambda: request(D.SUPPLEMENT_NOTICE, S.ROLL80, case=later.supplementing(after_acceptance=True)),
        ("等待补正期间办理时限照常计算",),
        ("暂停", "退还材料", "当场更正"),
    ),
    (
        "A3 for a benefit: reason of the list, basis, where to go, review first",
        lambda: request(D.REFUSAL, site=SITE, case=later.refused(), particulars=FIRST),
        ("不予受理通知书", "本事项不在示例区民政局的职权范围内（户籍不在本区）",
         "依据《示例办法》第八条，不予受理",
         "建议向示例区医疗保障局提出", REVIEW_FIRST, "示例镇便民服务中心", "盖收件专用章", "签收人"),
        ("6个月", "许可", "收入", "受委托"),
    ),
    (
        "A3 the other way to go against it",
        lambda: request(D.REFUSAL, S.A4, site=SITE, particulars=EITHER,
                        case=later.refused(Refusal.NOT_ENTITLED, nature=LegalNature.CONFIRMATION)),
        ("申请主体不适格", OR_SUE),
        ("应当先", "15日"),
    ),
    (
        "A3 for a mere service decides nothing: no remedy, and no organ is asked for",
        lambda: request(D.REFUSAL, case=later.refused(Refusal.NOT_NEEDED, nature=LegalNature.SERVICE,
                                                      instead="")),
        ("本事项依法不需要办理", "不予受理"),
        ("复议", "起诉", "建议向"),
    ),
    (
        "A3 speaks in the name of the department that entrusted it",
        lambda: request(D.REFUSAL, site=SITE, particulars=FIRST,
                        case=later.refused(Refusal.STILL_DEFECTIVE, M.ENTRUSTED_ACCEPT)),
        ("申请材料经补正仍不符合法定形式", "受委托受理单位：示例镇便民服务中心", "盖受理专用章"),
        ("盖收件专用章",),
    ),
    (
        "A5 the four promises, only what the applicant brings, and a reminder to take home",
        lambda: request(D.DEFERRAL_PROMISE, S.A4, case=later.deferred(), offered=samples.offered()),
        ("容缺受理承诺书", "一、已知悉告知内容",
         "所缺材料《社会保障卡》于2026年12月3日前，以下列方式补齐：□到窗口",
         "三、所补材料真实", "逾期未补齐的，同意终止本次办理、退还材料，可重新申请",
         "提供虚假材料的，依法处理",
         "容缺补交提示单", "2026年12月3日（周四）前补交《社会保障卡》", "承诺人（签字、捺印）",
         "一式两份",
         "复印件1份", "138****0000"),
        ("失信", "存活核验", "受托人", "法定代理人", "短信", "居民身份证", "后果自行承担"),
    ),
    (
        "A5 is signed by a guardian where there is one, and by no other proxy",
        lambda: request(D.DEFERRAL_PROMISE, site=replace(samples.SITE, phone=""),
                        case=replace(later.deferred(), acting=Acting.PROXY, proxy=GUARDED),
                        particulars=Particulars(way=SupplyWay.AGENT)),
        ("法定代理人（签字、捺印）", "☑交代办员"),
        ("承诺人（签字", "请先打电话"),
    ),
    (
        "a written mandate lets nobody promise",
        lambda: request(D.DEFERRAL_PROMISE,
                        case=replace(later.deferred(), acting=Acting.PROXY, proxy=WRITTEN)),
        ("承诺人（签字、捺印）",),
        ("法定代理人", "李某某（签字", "受托人"),
    ),
    (
        "A5 the notice accepts in the name of who accepts",
        lambda: request(D.DEFERRAL_NOTICE, case=later.deferred(M.ENTRUSTED_ACCEPT)),
        ("容缺受理通知书", "主要材料齐全，现容缺受理", "社会保障卡", "复印件1份", "2026年12月3日",
         "逾期未补齐的，终止本次办理、退还材料，可以重新申请", "示例区民政局", "受委托受理单位",
         "一式两份"),
        ("材料齐全、符合要求", "失信", "许可"),
    ),
    (
        "A6 for a 代办员: what is given, what never, what ends it",
        lambda: request(D.MANDATE, S.A4, particulars=later.mandate()),
        ("代办委托书", "张某某", "李某某", "110105********002X", "110105********0038", "DB-003",
         "示例镇东村便民服务点",
         "☑代为提交材料", "☑代为补正", "☑代领结果",
         "□代为签收文书（单独勾选；签收之日起计算申请救济的期限）",
         "□代为网上申报（用代办员本人账号的代办、授权功能）", "自2026年11月24日起至事项办结之日止",
         "事项办结、委托人书面撤销、代办员离岗或者任一方死亡时", "不得收费，不得转委托", "个人信息保密",
         "材料的真实性由委托人负责", "密码、短信验证码、银行卡、社会保障卡和现金", "家庭成员各自签字",
         "原件，办完归还",
         "年事已高，行动不便", "居民养老保险待遇资格认证", "示例镇西村***"),
        ("见证人", "法定代理人", "西村3", "138000", "139000"),
    ),
    (
        "A6 a thumb-print needs two witnesses from elsewhere",
        lambda: request(D.MANDATE, S.A4, particulars=later.mandate(
            thumb_print=True, powers=later.POWERS, relation=Relation.CHILD, reason="", papers=(),
            first=None, last=date(2027, 1, 31))),
        ("授权委托书", "委托人（捺印）", "见证人一（签字）", "见证人二（签字）",
         "不得是代办员本人或本站人员",
         "☑代为签收文书", "□代领结果", "自签字之日起至2027年1月31日止", "子女"),
        ("工号", "委托人（签字", "交给受托人的材料", "因"),
    ),
    (
        "A6 a guardian declares, and nobody gives a mandate",
        lambda: request(D.MANDATE, S.A4, particulars=later.guardian()),
        ("法定代理人办理声明", "出生医学证明", "父母", "本人是张某某的法定代理人",
         "法定代理人（签字、捺印）"),
        ("委托", "受托", "见证人", "代领"),
    ),
    (
        "A6 from what the case knows of its proxy",
        lambda: request(D.MANDATE, S.A4, case=replace(samples.case(), proxy=WRITTEN)),
        ("授权委托书", "李某某", samples.NAME, "371073-1-26328-042-67"),
        ("代办委托书",),
    ),
    (
        "A7 masks every applicant, counts, and is cut into a list and a receipt",
        lambda: request(D.HANDOVER_MANIFEST, S.A4, particulars=later.manifest(5)),
        ("材料移交清单", "YJ-20261124-01", "移出单位示例镇便民服务中心", "移入单位示例区民政局", "☑专人",
         "□邮寄",
         "张*某", "李*", "371073-1-26328-042-67", "2026-12-08", "含原件", "共5件12份", "差异记录",
         "拒收、退回及理由",
         "移交人（签字）", "接收人（签字）", "存根联、随件联", "接收回执", "以下空白", "3/—"),
        ("张某某", "王某某", "单号", "None", "138"),
    ),
    (
        "A7 on the way back says what was found and why",
        lambda: request(D.HANDOVER_MANIFEST, S.A4, particulars=later.manifest(
            1, carrier=Carrier.POST, express="SF0000000001", differences="少1份复印件",
            refusal="不属本区办理")),
        ("☑邮寄", "单号SF0000000001", "少1份复印件", "不属本区办理", "共1件2份"),
        ("☑专人",),
    ),
    (
        "A7 without a number in a line prints no bar code and loses no line",
        lambda: request(D.HANDOVER_MANIFEST, S.A4, particulars=later.manifest(
            1, lines=(replace(later.line(1), number="", due=None),))),
        ("李*", "共1件2份"),
        ("371073-1",),
    ),
    (
        "A8a says what, where, when, with what",
        lambda: request(D.RESULT_NOTICE, case=later.decided()),
        ("办结通知书", "领取凭证", "已于2026年12月1日办结", "高龄津贴证1本", "示例民决〔2026〕12号",
         "示例区民政局",
         "领取地点示例镇便民服务中心", "03号窗口", "示例镇示例路1号", "工作日8:30", "本人身份证",
         "凭此单领取", "371073-1-26328-042-67"),
        ("许可", "不予", "10个工作日", "复议"),
    ),
    (
        "A8a sends nobody where there is nothing to fetch",
        lambda: request(D.RESULT_NOTICE, case=later.decided(state=CaseState.DELIVERED)),
        ("办结通知书", "直接发放到社会保障卡"),
        ("领取凭证", "领取地点", "凭此单"),
    ),
    (
        "A8a on a roll",
        lambda: request(D.RESULT_NOTICE, S.ROLL80, case=later.decided()),
        ("领取凭证", "已经办好，来领", "12月1日起", "凭此单领取", "高龄津贴证1本",
         "带什么：本单和本人身份证"),
        ("None",),
    ),
    (
        "A8a on a roll, nothing to fetch",
        lambda: request(D.RESULT_NOTICE, S.ROLL80,
                        case=replace(later.decided(state=CaseState.DELIVERED), result="")),
        ("已经办好", "12月1日周二", "凭码可查", "结果高龄津贴"),
        ("领取凭证", "凭此单领取", "来领", "带什么"),
    ),
    (
        "A8b facts, reasons, basis, remedy, signed by who decided",
        lambda: request(D.NOT_CONFIRMED, S.A4, site=SITE, case=later.decided(Verdict.REJECTED),
                        particulars=EITHER),
        ("不予批准告知书", "决定不予批准", "申请人户籍登记为外区", "不符合本区户籍条件",
         "《示例办法》第八条", OR_SUE,
         "示例民决〔2026〕12号", "示例区民政局2026年11月24日", "盖公章", "转交：示例镇便民服务中心"),
        ("领取", "办结通知", "盖收件专用章", "许可"),
    ),
    (
        "A8b says 确认 where something was to be confirmed; the own site passes nothing on",
        lambda: request(D.NOT_CONFIRMED, site=replace(SITE, name=samples.DEPARTMENT), particulars=FIRST,
                        case=later.decided(Verdict.REJECTED, nature=LegalNature.CONFIRMATION)),
        ("不予确认告知书", "决定不予确认", REVIEW_FIRST),
        ("不予批准", "领取", "转交"),
    ),
    (
        "A8b for a service owes no remedy",
        lambda: request(D.NOT_CONFIRMED, case=later.decided(Verdict.REJECTED, nature=LegalNature.SERVICE)),
        ("不予确认",),
        ("复议", "起诉"),
    ),
    (
        "A9 what was served, how, to whom",
        lambda: request(D.DELIVERY_RECEIPT, case=later.delivered()),
        ("送达回证", "受送达人张某某", "高龄津贴证1本示例民决〔2026〕12号", "☑窗口领取",
         "代收人（签字）：李某某", "关系及理由",
         "送达地点", "送达人（签字）", "已核对证件", "2026-12-0210:45", "签收后交回窗口存档",
         "非常不满意"),
        ("单号", "None"),
    ),
    (
        "A9 before it is served leaves room for the pen",
        lambda: request(D.DELIVERY_RECEIPT, S.A4, case=later.refused(),
                        particulars=Particulars(served=("不予受理通知书示例不受字〔2026〕第001号",))),
        ("不予受理通知书示例不受字〔2026〕第001号", "□窗口领取", "□邮寄"),
        ("☑", "已核对证件"),
    ),
    (
        "A9 by post bears the number of the parcel; a refusal is served under its own name",
        lambda: request(D.DELIVERY_RECEIPT, case=posted()),
        ("☑邮寄", "单号EMS0001", "不予确认（批准）告知书"),
        ("代收人（签字）：李某某", "已核对证件"),
    ),
    (
        "A10 days, reason, who agreed, the new day",
        lambda: request(D.EXTENSION_NOTICE, case=later.extended(), deadlines=later.longer(),
                        particulars=APPROVED_BY),
        ("延期告知书", "因需要跨区核对户籍", "经王某某批准，延长5个工作日", "只延长一次",
         "2026年12月15日", "2026年11月30日"),
        ("怎么来的", "许可", "None", "00000000"),
    ),
    (
        "A10 counts on request, and promises no day while the clock stands",
        lambda: with_counting(request(D.EXTENSION_NOTICE, S.A4, case=later.extended(),
                                      deadlines=later.longer(), particulars=APPROVED_BY)),
        ("这个日子怎么来的", "到12月15日办结"),
        ("暂停计时",),
    ),
    (
        "A10 extension of a standing clock",
        lambda: request(D.EXTENSION_NOTICE, case=later.extended(), deadlines=STANDING,
                        particulars=APPROVED_BY),
        ("暂停计时，恢复后另行告知",),
        ("None",),
    ),
    (
        "A10 a special procedure says its kind, basis, reason and longest time",
        lambda: request(D.SPECIAL_PROCEDURE_NOTICE, case=later.suspended()),
        ("特别程序告知书", "依据《示例办法》第八条，需要鉴定", "最长30个工作日", "不计算在办理时限内",
         "残疾等级需要鉴定",
         "结束后恢复计时，并告知新的截止日期", "2026年11月26日"),
        ("公示", "入户", "许可", "新的截止2"),
    ),
    (
        "A10 the clocks go on",
        lambda: request(D.SPECIAL_PROCEDURE_NOTICE, S.A4, case=later.suspended(ended=True)),
        ("鉴定已经结束，现恢复计时", "鉴定完成", "2026年12月3日", "新的截止2026年12月8日"),
        ("None",),
    ),
    (
        "预约单: the day by name, the place, what to bring",
        lambda: request(D.APPOINTMENT, S.ROLL80, offered=samples.offered(), particulars=later.BOOKED),
        ("预约单", "12月8日周二", "9:00–9:30", "张某某", "138****0000", "A012", "示例镇便民服务中心",
         "□居民身份证",
         "可以后补", "0000-0000000改约"),
        ("存活核验", "13800000000"),
    ),
    (
        "预约单 of an item with its own place, a landline, nothing to bring, no telephone of the site",
        lambda: request(D.APPOINTMENT, site=replace(samples.SITE, phone=""),
                        offered=replace(AS_AN_EXAMPLE, item=replace(AS_AN_EXAMPLE.item, materials=())),
                        particulars=booked(phone="0631-5550123")),
        ("05号窗口", "0631-*****23", "请提前到窗口改约"),
        ("要带什么", "A012", "03号窗口", "0631-5550123"),
    ),
    (
        "预约单 without telephone or papers on a roll",
        lambda: request(D.APPOINTMENT, S.ROLL80, particulars=booked(phone=""),
                        offered=replace(AS_AN_EXAMPLE, item=replace(AS_AN_EXAMPLE.item, materials=()))),
        ("9:00–9:30",),
        ("要带什么", "电话："),
    ),
    (
        "a bag label names nobody in full",
        lambda: request(D.BAG_LABEL, S.LABEL, case=samples.case()),
        ("示例镇便民服务中心", samples.NAME, "张*某", "袋内4份", "收件2026-11-24", "截止2026-12-08",
         "371073-1-26328-042-67", "咨询0000-0000000", "打印2026-11-2410:45", "打印人李某某", "第1次打印"),
        ("张某某", "138", "110105"),
    ),
    (
        "a bag label of what is only received promises no day",
        lambda: request(D.BAG_LABEL, S.LABEL, case=samples.case(CaseState.RECEIVED)),
        ("收件2026-11-24",),
        ("截止",),
    ),
    (
        "a bag label while the clock stands, without a number",
        lambda: request(D.BAG_LABEL, S.LABEL, case=replace(samples.case(), number=""), deadlines=STANDING),
        ("张*某",),
        ("截止", "371073-1"),
    ),
    (
        "告知承诺书 tells first and promises then, in person",
        lambda: request(D.INFORMED_PROMISE, S.A4, case=samples.case(), particulars=later.PROMISE),
        ("告知承诺书", "一、告知", "二、承诺", "居住证明", "《示例条例》第十条", "连续居住满6个月",
         "书面承诺",
         "不得由他人代为承诺", "核查：办理中与公安、人社部门核对数据，必要时入户核查。",
         "不实承诺的责任", "不愿承诺的", "不影响办理",
         "8.承担不实承诺的法律责任", "承诺人（签字、捺印）", "一式两份"),
        ("失信", "许可", "法定代理人", "受托人"),
    ),
    (
        "告知承诺书 of a guardian",
        lambda: request(D.INFORMED_PROMISE, S.A4, case=replace(samples.case(), proxy=GUARDED),
                        particulars=later.PROMISE),
        ("法定代理人（签字、捺印）",),
        ("承诺人（签字",),
    ),
)  # fmt: skip


def posted() -> Case:
    case = later.decided(Verdict.REJECTED)
    done = Delivery(DeliveryWay.POST, "张某某", samples.AT, express="EMS0001")
    return replace(case, life=replace(case.lived, deliveries=(done,)))


def booked(phone: str) -> Particulars:
    plain = later.BOOKED.appointment
    assert plain is not None
    return Particulars(appointment=replace(plain, phone=phone, call=""))


def with_counting(made: PaperRequest) -> PaperRequest:
    return replace(made, printing=replace(made.printing, explain_due=True))


@pytest.mark.parametrize(("says", "made", "demanded", "forbidden"), CASES, ids=[row[0] for row in CASES])
def test_a_further_paper_says_what_it_must_and_nothing_it_must_not(
    says: str,
    made: Callable[[], PaperRequest],
    demanded: tuple[str, ...],
    forbidden: tuple[str, ...],
    fonts: FontChain,
) -> None:
    text = text_of(draw(made(), fonts).pdf)
    assert [words for words in demanded if words not in text] == []
    assert [words for words in forbidden if words in text] == []
