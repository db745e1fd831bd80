"""Words and sentences for what stands on the counter: card readers, scanners, the customer screen."""

from __future__ import annotations

DEVICE_SENTENCES: dict[str, str] = {
    "device_trouble": "有台设备没反应|照常手工输入，不耽误办件。",
    "reader_silent": "读卡器没应声|照常手工输入号码。看看线插好没有、读卡服务开了没有。",
    "reader_refused": "读卡服务不让读（{status}）|照常手工输入号码。请核对设置里的地址。",
    "reader_nonsense": "读卡器回的内容看不懂|照常手工输入号码。请核对设置里选的是哪一种。",
    "reader_not_chosen": "还没选读卡器|选一种连法，再试读一次。",
    "reader_address": "读卡器的地址不对|照着例子填，要带端口，比如 ws://127.0.0.1:30089。",
    "reader_not_here": "读卡器的地址不在这台电脑上|群众的信息不出这台电脑，只能填 127.0.0.1。",
    "reader_part_missing": "这台电脑缺了连读卡服务的部件|照常手工输入号码。请管理员装上 devices 部件。",
    "reader_program": "读卡程序打不开|照常手工输入号码。请核对设置里程序的位置。",
    "reader_library": "读卡程序找不到厂家的库|照常手工输入号码。请核对库文件的位置，要 32 位的。",
    "reader_port": "读卡程序没找到读卡器|照常手工输入号码。看看线插好没有。",
    "signature_empty": "还没有签名|请群众在客屏上签好，再点“写好了”。",
    "signature_unusable": "这个签名存不了|请群众重写一次。",
    "reader_card": "卡没读出来|把卡拿起来，再放一次。",
}

DEVICE_WORDS: dict[str, dict[str, str]] = {
    "CardDoubt": {
        "expired": "身份证过期了",
        "not_yet_valid": "身份证还没到生效日期",
        "birth_differs": "卡上的出生日期和号码对不上",
    },
}
