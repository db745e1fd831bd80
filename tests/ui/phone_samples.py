"""Lines for the telephone with more and with fewer blanks, and what is then said."""

from __future__ import annotations

from datetime import date

from desk_app.domain.phone_lines import Line, PhoneLine

_DAY, _ON = date(2026, 12, 3), date(2026, 11, 24)

TELLING: tuple[tuple[PhoneLine, str], ...] = (
    (
        PhoneLine(
            Line.ACROSS,
            {
                "on": _ON,
                "to": "示例县医保局",
                "via": "post",
                "number": "EMS1",
                "receipt": "HZ-7",
                "day": _DAY,
            },
        ),
        "您这件 11 月 24 日转到示例县医保局去办了（邮寄，编号 EMS1），那边回执号 HZ-7，最晚 12 月 3 日答复。",
    ),
    (
        PhoneLine(Line.ACROSS, {"on": _ON, "to": "示例县医保局", "via": "platform"}),
        "您这件 11 月 24 日转到示例县医保局去办了（平台流转）。",
    ),
    (
        PhoneLine(Line.FORWARDED, {"on": _ON, "to": "示例镇便民服务中心", "day": _DAY}),
        "您的材料 11 月 24 日转往示例镇便民服务中心，正在路上，最晚 12 月 3 日有答复。",
    ),
    (
        PhoneLine(Line.FORWARDED, {"on": _ON, "to": "示例镇便民服务中心"}),
        "您的材料 11 月 24 日转往示例镇便民服务中心，正在路上。",
    ),
    (
        PhoneLine(Line.SUSPENDED, {"special": "appraisal", "on": _ON, "until": _DAY, "day": _DAY}),
        "您这件 11 月 24 日起在做鉴定，这段时间不算在期限里，最长到 12 月 3 日；最晚 12 月 3 日办好。",
    ),
    (
        PhoneLine(Line.DELIVERED, {"on": _ON, "way": "post", "express": "EX0001"}),
        "您这件 11 月 24 日已经送到（邮寄），邮寄单号 EX0001。",
    ),
    (
        PhoneLine(Line.DELIVERED, {"on": _ON, "way": "counter"}),
        "您这件 11 月 24 日已经送到（窗口领取）。",
    ),
    (
        PhoneLine(Line.REFUSED, {"on": _ON, "refusal": "not_competent", "instead": "区民政部门"}),
        "您这件 11 月 24 日没有受理：不归这里管。可以到区民政部门去办。通知书上写着理由。",
    ),
    (PhoneLine(Line.REFUSED, {}), "您这件没有受理。通知书上写着理由。"),
)
