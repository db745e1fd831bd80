"""The words of the further papers that a site may change; the rest of each stands in its module.

Drafts of domain.md, appendix A, read together with :mod:`desk_app.papers.wording`.
"""

from __future__ import annotations

from collections.abc import Mapping

FURTHER: Mapping[str, str] = {
    "supplement_notice.title": "补正材料告知书",
    "supplement_notice.lead": (
        "{you}于{date}提出的“**{item}**”申请，经审查，下列材料需要补正，现一次性告知全部内容："
    ),
    "supplement_notice.lead_after": (
        "{you}于{date}提出的“**{item}**”申请，办理中发现下列材料需要补正，现一次性告知全部内容："
    ),
    "supplement_notice.understood": "要补正哪些、到哪天为止，我已清楚。签字：",
    "supplement_notice.copies": "上联群众带走",
    "cross_town.title": "通办转送单",
    "cross_town.lead": (
        "{you}于{date}在本站提交的“**{item}**”申请，按{reach}办理，"
        "材料已转送**{to}**，由其决定是否受理、如何办理。"
    ),
    "cross_town.advice": (
        "本站只代收、转送材料。有回音马上告诉您；想问进度，凭本单上的编号打我们的电话，不用再跑。"
    ),
    "cross_town.copies": "交申请人",
    "refusal.title": "不予受理通知书",
    "refusal.lead": ("{you}于{date}提出的“**{item}**”申请，经审查，**{reason}**，依据{basis}，不予受理。"),
    "refusal.instead": "建议向**{to}**提出。",
    "refusal.copies": "一式两份　申请人、窗口各执一份",
    "deferral_promise.title": "容缺受理承诺书",
    "deferral_promise.lead": "申请人办理上述事项，主要材料齐全，自愿申请容缺受理，并承诺：",
    "deferral_promise.stub_title": "容缺补交提示单",
    "deferral_promise.ask": "有难处请先打电话 {phone}。",
    "deferral_promise.copies": "一式两份　申请人、窗口各执一份",
    "deferral_notice.title": "容缺受理通知书",
    "deferral_notice.lead": (
        "{you}于{date}提出的“**{item}**”申请，经审查，主要材料齐全，现容缺受理。请按期补齐下列材料："
    ),
    "deferral_notice.copies": "一式两份　申请人、窗口各执一份",
    "mandate.title": "授权委托书",
    "mandate.title_agent": "代办委托书",
    "mandate.title_guardian": "法定代理人办理声明",
    "mandate.lead": "委托人因**{reason}**，委托受托人代为办理上列事项，权限如下（未勾选的不在委托之内）：",
    "mandate.lead_plain": "委托人委托受托人代为办理上列事项，权限如下（未勾选的不在委托之内）：",
    "mandate.lead_guardian": "本人是{name}的法定代理人，依法代为办理上列事项。",
    "mandate.guardian_true": "所述关系和所交材料真实，关系发生变化时及时告知窗口。",
    "mandate.copies": "一式两份　双方各执一份",
    "handover_manifest.title": "材料移交清单",
    "handover_manifest.note": (
        "接收时逐件扫码核对；与清单不符的写入差异记录（缺原件、少份数、多出、破损），双方签字。"
    ),
    "handover_manifest.receipt_title": "接收回执",
    "handover_manifest.copies": "一式两份　存根联、随件联",
    "result_notice.title": "办结通知书",
    "result_notice.voucher": "（领取凭证）",
    "result_notice.lead": "{you}于{date}提出的“**{item}**”申请，已于**{finished}**办结。",
    "result_notice.bring": "本单和本人身份证；别人代领的，另带委托书和代领人身份证",
    "result_notice.advice": "凭此单领取。走不动可打电话，代办员送上门，不收费。",
    "result_notice.copies": "交申请人",
    "not_confirmed.title": "不予确认告知书",
    "not_confirmed.title_benefit": "不予批准告知书",
    "not_confirmed.lead": (
        "{you}于{date}提出的“**{item}**”申请，经审查，决定**{verdict}**。现将事实、理由和依据告知如下："
    ),
    "not_confirmed.copies": "一式两份　申请人、决定机关各执一份",
    "delivery_receipt.title": "送达回证",
    "delivery_receipt.check": "请核对姓名、文书名称和文号无误后再签字。",
    "delivery_receipt.copies": "签收后交回窗口存档",
    "extension_notice.title": "延期告知书",
    "extension_notice.lead": (
        "{you}于{date}提出的“**{item}**”申请，因{reason}，不能在承诺的时限内办结，"
        "经{approver}批准，延长**{days}个工作日**。本次办理只延长一次。"
    ),
    "extension_notice.copies": "一式两份　申请人、窗口各执一份",
    "special_procedure_notice.title": "特别程序告知书",
    "special_procedure_notice.lead": (
        "{you}于{date}提出的“**{item}**”申请，依据{basis}，需要**{special}**。"
        "所需时间最长**{days}个工作日**，不计算在办理时限内；结束后恢复计时，并告知新的截止日期。"
    ),
    "special_procedure_notice.back": (
        "{you}于{date}提出的“**{item}**”申请，**{special}**已经结束，现恢复计时，新的截止日期如下："
    ),
    "special_procedure_notice.copies": "一式两份　申请人、窗口各执一份",
    "appointment.title": "预约单",
    "appointment.advice": "来不了请提前打电话 {phone} 改约。没赶上也能来，到窗口取号办理。",
    "appointment.advice_here": "来不了请提前到窗口改约。没赶上也能来，到窗口取号办理。",
    "bag_label.title": "文件袋标签",
    "bag_label.inside": "袋内 {copies} 份",
    "informed_promise.title": "告知承诺书",
    "informed_promise.part_a": "一、告知",
    "informed_promise.part_b": "二、承诺",
    "informed_promise.lead": "申请人就上列证明事项，郑重承诺：",
    "informed_promise.copies": "一式两份　申请人、窗口各执一份",
    "return_slip.title": "退件单",
    "return_slip.lead": (
        "{you}于{date}提出的“**{item}**”申请，已告知于{due}前补正，期满未收到补正材料，"
        "现**终结本次办理，退还材料**。不影响补齐后再次申请。"
    ),
    "return_slip.copies": "一式两份　申请人、窗口各执一份",
    "closing_note.title_withdrawn": "撤回申请说明",
    "closing_note.title_voided": "作废说明",
    "closing_note.title_terminated": "终止办理说明",
    "closing_note.withdrawn": (
        "{you}于{date}提出的“**{item}**”申请，已按{you}的要求**撤回**，退还材料。以后可以重新申请。"
    ),
    "closing_note.voided": "{date}登记的“**{item}**”申请登记有误，现**作废**，退还材料。可以重新申请。",
    "closing_note.terminated": "{you}于{date}提出的“**{item}**”申请，因下列原因**终止办理**，退还材料。",
    "closing_note.copies": "一式两份　申请人、窗口各执一份",
    "deferral_outcome.title": "容缺逾期告知书",
    "deferral_outcome.title_longer": "容缺延期告知书",
    "deferral_outcome.lead": (
        "{you}于{date}提出的“**{item}**”申请容缺受理，所缺{missing}承诺于{by}前补齐，期满未补齐，"
        "现按承诺**终止本次办理，退还材料**。可以重新申请。"
    ),
    "deferral_outcome.longer": (
        "{you}于{date}提出的“**{item}**”申请容缺受理，所缺{missing}的补齐期限延长到**{by}**，只延长一次。"
        "到期仍未补齐的，终止本次办理、退还材料，可以重新申请。"
    ),
    "deferral_outcome.copies": "一式两份　申请人、窗口各执一份",
}

FORBIDDEN: Mapping[str, tuple[str, ...]] = {
    "deferral_promise": ("材料齐全",),
    "deferral_notice": ("材料齐全",),
    "deferral_outcome": ("材料齐全",),
    "not_confirmed": ("领取",),
    "supplement_notice": ("一次性告知单",),
    "mandate.title_guardian": ("委托",),
    "mandate.lead_guardian": ("委托",),
    "mandate.guardian_true": ("委托",),
}
"""What a paper, or one sentence of it, must never say (appendix A5, A6, A8b). 主要材料齐全 may stand."""
