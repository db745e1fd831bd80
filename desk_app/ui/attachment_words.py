"""Words and sentences about pictures of papers; :mod:`desk_app.ui.words` and ``messages`` take them in."""

from __future__ import annotations

ATTACHMENT_WORDS: dict[str, dict[str, str]] = {
    "Grade": {"A": "A 电子证照", "B": "B 核过原件", "C": "C 待核", "D": "D 本人承诺"},
    "SlotKind": {"material": "材料", "signed": "签好的文书", "ledger": "台账页"},
    "Media": {"jpeg": "图片", "pdf": "PDF"},
    "PictureSource": {
        "file": "文件",
        "paste": "粘贴",
        "drop": "拖入",
        "folder": "高拍仪",
        "camera": "摄像头",
    },
    "AfterStored": {
        "ask": "第一次问我",
        "move": "移到“已存”文件夹",
        "keep": "留在原处",
        "delete": "删掉原文件",
    },
    "Look": {"shown": "看过", "exported": "导出过"},
}

PICTURE_KEYS: dict[str, str] = {
    "cases.pictures": "材料图像",
    "lookup.pictures": "刚办的这件，放材料图像",
    "intake.pictures": "刚办的那件，放材料图像",
    "pictures.move": "选材料、选图",
    "pictures.take": "放进去",
    "pictures.add": "放文件",
    "pictures.paste": "粘贴",
    "pictures.camera": "拍一张",
    "pictures.turn": "转",
    "pictures.cut": "裁",
    "pictures.straighten": "校正",
    "pictures.grade": "可信等级",
    "pictures.remove": "拿掉",
    "pictures.zoom": "放大、缩小、整页",
    "pictures.pan": "挪着看",
    "pictures.page": "翻页",
    "pictures.pick": "选第几个",
}

ATTACHMENT_SENTENCES: dict[str, str] = {
    "attached_already": "这张图已经在了|不用再放一次。",
    "attachment_gone": "这张图已经拿掉了|要用就重新放一张。",
    "no_such_attachment": "找不到这张图|按 F5 看看现在有哪些。",
    "paper_not_printed": "这份文书还没打出来|先打印，签好字再扫回来。",
    "identity_images_off": "这里不留身份证图像|看一眼原件就还群众；确实要留，请负责人在设置里写明用途。",
    "rework_pdf": "PDF 不能在这里裁和转|在扫描仪上重扫一张，或者换成图片。",
    "picture_unreadable": "这个文件打不开|看看存储盘还在不在，文件有没有被别的程序占着。",
    "picture_too_big": "文件太大，最多 {most} MB|用高拍仪重拍一张，或者分几次扫。",
    "picture_kind": "这不是图片，也不是 PDF|能放 JPEG、PNG、TIFF、BMP、WebP 和 PDF。",
    "picture_broken": "这张图坏了，打不开|重新拍一张；原来的东西都没动。",
    "picture_too_large": "图片太大，最多 {most} 百万像素|把高拍仪的清晰度调低一档再拍。",
    "picture_too_small": "图片太小，看不清字|重新拍一张。",
    "picture_pages": "页数不对，最多 {most} 页|分成几个文件放。",
    "picture_pdf_locked": "这个 PDF 打不开，可能设了密码|去掉密码，或者打出来再扫。",
    "folder_missing": "看不到收图的文件夹|看看高拍仪的程序存到哪里，再到设置里改。",
    "file_not_written": "文件没能写出去|看看那个文件夹还在不在、能不能写。",
    "file_not_moved": "图已存好，原文件没能移走|看看文件有没有被别的程序占着。",
    "camera_silent": "摄像头没有反应|看看线插好没有、有没有被别的程序占着；用高拍仪或选文件一样能办。",
    "nothing_to_paste": "剪贴板里没有图片|先截图或复制一张图，再按 Ctrl+V。",
}
