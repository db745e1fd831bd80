"""What a clerk is told: a sentence for every code the domain raises, and for every reason a check refuses.

Pattern (experience.md §8): what happened, what is safe, what to do. The first part is the heading, the part
behind the bar is the line below it. A test raises every code found in the source and reads its sentence.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desk_app.domain.checked import Checked, Reason
from desk_app.domain.errors import DeskError
from desk_app.domain.worktime import DayLine
from desk_app.ui.act_words import ACT_SENTENCES
from desk_app.ui.assist_words import ASSIST_SENTENCES
from desk_app.ui.attachment_words import ATTACHMENT_SENTENCES
from desk_app.ui.device_words import DEVICE_SENTENCES
from desk_app.ui.handover_words import HANDOVER_SENTENCES
from desk_app.ui.shift_words import SHIFT_SENTENCES
from desk_app.ui.speed_words import SPEED_SENTENCES
from desk_app.ui.words import part_word, weekday_name, word, word_for

NO_CHINESE_FONT = "这台电脑没有中文字体|文字可能显示成方块。请管理员运行一次安装，把字体装上。"

_GENERAL: dict[str, str] = {
    "desk_error": "这一步没做成|已填的内容都在，可以再试一次。",
    "input_error": "填的内容有一处不对|已填的都在，改好再来。",
    "invalid_identity": "证件号码对不上|请照着证件再核对一遍。",
    "bad_file": "这个文件用不了|原来的内容没有动，请换一个文件。",
    "illegal_move": "现在还不能这样办|办件没有变，请看看它走到哪一步了。",
    "not_allowed": "这一步要有权限的人来做|请负责人登录后操作。",
    "sign_in_failed": "没能登录|请核对姓名和口令。",
    "not_found": "没找到|可能已经换了地方，换个说法试试。",
    "store_trouble": "没能存下来|已经办好的都在，刚才这一步请再做一次。",
    "store_locked": "数据正被另一个窗口使用|已存的都在。关掉另一个窗口，再打开一次。",
    "store_damaged": "数据文件读不了|请先别动它，联系管理员用备份恢复。",
    "store_too_new": "数据是新版程序写的|数据没有动。请先更新这台电脑上的程序。",
    "disk_full": "磁盘满了，没能存下来|已经办好的都在。腾出些空间，再做一次。",
    "store_missing": "这里没有数据|请核对位置，或者重新建一个站点。",
    "paper_trouble": "凭证没打出来|办件已经存好，不用重新填。可以再打一次。",
    "glyph_missing": "有字打不出来：{character}|办件已经存好。请核对这个字，或让管理员加字体。",
    "printer_trouble": "凭证没打出来|办件已经存好，不用重新填。看看打印机，再打一次。",
}

_PLACE: dict[str, str] = {
    "form_incomplete": "还有 {count} 处没填好，先看{field}|已填的都在。",
    "field_invalid": "{field}：{reason}|已填的都在，改好再来。",
    "mandate_missing": "别人来代办，还差委托手续|有委托书，或者是法定代理，才能受理。",
    "user_name_invalid": "姓名要填，最多 {longest} 个字",
    "name_taken": "已经有人用这个名字|换一个名字，或加上岗位区分。",
    "purpose_missing": "请写明为什么要看完整号码|看的人、时间和理由都会记下来。",
    "limit_days": "办理期限要在 0 到 {most} 天之间",
    "pause_order": "暂停的开始日期在结束日期后面|请把两个日期对调。",
    "deadline_start": "受理日期要在 {first} 年到 {last} 年之间",
    "deadline_too_far": "暂停得太久，算不出到期日|请核对暂停的起止日期。",
    "clock_out_of_range": "这台电脑的日期不对（{year} 年）|请先把日期调准，再发编号。",
    "reserve_out_of_range": "一次最多预留 {most} 个编号",
    "region_code_shape": "区划代码是 12 位数字",
    "point_code_shape": "站点代码是 6 位数字",
    "receipt_empty": "请输入办件编号",
    "receipt_too_short": "办件编号还差 {detail} 位",
    "receipt_too_long": "办件编号多了 {detail} 位",
    "receipt_bad_character": "办件编号里有不是数字的字",
    "receipt_control_character": "办件编号里混进了看不见的字符|请重新输入或再扫一次。",
    "receipt_invisible_character": "办件编号里混进了看不见的字符|请重新输入或再扫一次。",
    "receipt_check_character": "办件编号末两位对不上|请照着凭证再核对一遍。",
    "receipt_bad_date": "办件编号里的日期不对|请照着凭证再核对一遍。",
    "receipt_wrong_form": "这不是办件编号",
    "receipt_all_zero": "这不是办件编号",
    "password_too_short": "口令至少 8 位",
    "password_too_long": "口令最多 128 位",
    "password_one_kind": "口令里数字和字母都要有",
    "password_contains_name": "别把姓名放进口令",
    "password_all_same": "口令别全用同一个字符",
    "argument_missing": "缺少参数 {argument}",
    "argument_not_text": "参数 {argument} 应该是文字",
    "argument_not_number": "参数 {argument} 应该是整数",
    "argument_not_moment": "参数 {argument} 应该是时间，例如 2026-11-24T10:00",
    "argument_not_tier": "站点层级只能是 town、community、village",
    "argument_not_unit": "单位只能是 working（工作日）或 natural（自然日）",
    "argument_not_pauses": "暂停要写成一对一对的日期，先开始后结束",
    "argument_not_type": "参数 {argument} 的种类不认识",
    "argument_not_materials": "材料要写 all，或序号对应状态",
    "no_such_material": "材料清单里没有第 {row} 项",
    "not_json": "第 {line} 行不是 JSON|这一行没有执行。",
    "not_an_object": "第 {line} 行应该是一个 JSON 对象|这一行没有执行。",
    "file_not_readable": "读不了这个文件|请核对位置和权限。",
    "file_not_writable": "这个文件写不进去|可能正被别的程序打开，关掉它再试。",
    "password_file_unreadable": "读不了口令文件|请核对位置和权限。",
}

_ACTS: dict[str, str] = {
    "not_accepted": "这件还没受理，不能这样办|先看看它走到哪一步了。",
    "withdraw_too_late": "过了能撤回的几分钟，受理不能直接撤回|请负责人处理。",
    "reason_needed": "请写明原因|办件会留下这条记录。",
    "no_such_document": "这件没有这张文书",
    "no_such_paper": "没有这种文书",
    "not_registered": "这件的第一条记录不是登记|数据没有动，请联系管理员。",
    "registered_twice": "同一件登记了两次|数据没有动，请联系管理员。",
    "already_taken_in": "这件已经收过了|打开它接着办就好。",
    "not_done_here": "这个事项不在本站办|可以打一张指路条，告诉群众去哪儿办。",
    "right_missing": "{right}要有权限的人来做|请负责人登录后操作。",
    "no_such_item": "目录里没有这个事项|可能已更新或取消，换个说法试试。",
    "no_such_case": "没找到这个办件|请核对编号。",
    "no_such_user": "没有这个人员|请核对姓名。",
    "unknown_user": "没有这个人员|请核对姓名。",
    "wrong_password": "口令不对，还能试 {left} 次|大小写也要一致。",
    "wrong_recovery_code": "恢复码不对|请照着恢复单再核对一遍，一个字也不要差。",
    "locked_out": "输错太多次，先锁 {minutes} 分钟|负责人可以重置口令。",
    "account_closed": "这个账号已经停用|请负责人看看。",
    "last_manager": "这是最后一位负责人，不能停用或换岗|先再设一位负责人。",
    "own_account": "不能改自己的账号|请另一位负责人来改。",
    "not_signed_in": "还没有登录|登录后再办，已填的都在。",
    "cannot_accept": "这个事项在本站只收件，不能受理|打收件凭证就好，受理由部门决定。",
    "not_finished": "这件还没办结，打不了办结单",
    "not_assisted": "这件不是帮办，打不了帮办记录",
}

_FILES: dict[str, str] = {
    "calendar_unreadable": "日历文件读不了|原来的日历没有动。",
    "calendar_too_big": "日历文件太大|原来的日历没有动，请核对是不是选错了文件。",
    "calendar_not_json": "日历文件格式不对|原来的日历没有动。",
    "calendar_format": "这不是日历文件|原来的日历没有动。",
    "calendar_too_new": "日历文件是新版程序做的（版本 {version}）|请先更新程序。",
    "calendar_years": "日历文件里的年份不对|原来的日历没有动。",
    "calendar_row": "日历文件第 {row} 行不完整|原来的日历没有动。",
    "calendar_kind": "日历文件第 {row} 行的种类不认识|原来的日历没有动。",
    "calendar_name": "日历文件第 {row} 行缺名称，或超过 {most} 个字|原来的日历没有动。",
    "calendar_date": "日历文件第 {row} 行的日期不对|原来的日历没有动。",
    "calendar_outside": "日历文件第 {row} 行的日期不在所列年份里|原来的日历没有动。",
    "calendar_twice": "日历文件第 {row} 行的日期重复了|原来的日历没有动。",
    "calendar_makeup_weekday": "{day} 本来就上班，不用调休（第 {row} 行）|原来的日历没有动。",
    "calendar_year_empty": "{year} 年一个假日也没有|请核对文件，原来的日历没有动。",
    "catalogue_unreadable": "目录文件读不了|原来的目录没有动。",
    "catalogue_too_big": "目录文件太大|原来的目录没有动，请核对是不是选错了文件。",
    "catalogue_not_json": "目录文件格式不对|原来的目录没有动。",
    "catalogue_format": "这不是目录文件|原来的目录没有动。",
    "catalogue_text": "目录文件里有过长或带隐藏字符的文字|原来的目录没有动。",
    "catalogue_too_new": "目录是新版程序做的|原来的目录没有动，请先更新程序。",
    "catalogue_field": "目录文件有一处不对：{at}|原来的目录没有动。",
    "catalogue_digest": "目录文件和它的校验码对不上|可能传坏了，请重新拿一份。",
    "catalogue_rule": "目录文件有 {count} 处不合规则，先看事项 {item}（{rule}）|原来的目录没有动。",
    "catalogue_version_taken": "已经有一个 {version} 版，内容不一样|换一个版本号再导入。",
    "catalogue_missing": "还没有事项目录|请导入目录，或重新安装程序。",
    "catalogue_damaged": "事项目录读不了|办件都在。请重新导入目录。",
    "catalogue_locked": "事项目录正被占用|稍等一下再试。",
    "catalogue_unwritable": "事项目录写不进去|请核对磁盘和权限。",
    "release_not_found": "没有 {version} 这一版目录",
    "profile_exists": "这里已经有一个站点|不会覆盖它，请换一个位置。",
    "profile_damaged": "站点文件读不了|请先别动它，联系管理员用备份恢复。",
    "store_not_ours": "这不是本程序的数据文件|它没有被改动。",
    "vault_damaged": "口令库读不了|请先别动它，联系管理员用备份恢复。",
    "vault_tampered": "口令库被改动过|为了安全没有打开，请联系管理员。",
    "vault_too_new": "口令库是新版程序写的|请先更新程序。",
    "wrong_stream": "有一条记录放错了地方|已单独留存，其他照常。",
    "file_in_use": "文件正被另一个程序使用|关掉它，再试一次。",
    "file_not_written": "文件没写进去（{errno}）|已存的都在，看看磁盘再试。",
    "folder_refused": "凭证没存进文件夹|办件已经存好，不用重新填。看看文件夹在不在、满没满。",
    "printer_gone": "找不到打印机“{printer}”|办件已经存好。接好打印机，或在设置里换一台。",
    "printer_refused": "打印机“{printer}”没有接收|办件已经存好。看看纸和电源，再打一次。",
    "thermal_address": "小票机的地址不对|例：192.168.1.50:9100、COM3、usb:0416:5011。",
    "thermal_refused": "小票机“{printer}”没有接收|办件已经存好。看看纸、电源和线，再打一次。",
    "thermal_not_installed": "这台电脑没装小票机的程序|办件已经存好。请管理员装上设备组件，或换一台打印机。",
    "fonts_missing": "这台电脑没有打印用的中文字体|办件已经存好。请管理员把字体装上，再打一次。",
    "size_not_made": "这种凭证没有 {size} 的版式|办件已经存好。请在设置里换一种纸张。",
    "paper_lacks": "凭证还缺内容，没有打|办件已经存好，请联系管理员。",
    "remedy_not_set": "这个事项还没定“不服怎么办”|办件已经存好。到“设置 › 事项”选好，再打告知书。",
    "review_organ_not_set": "还没填行政复议机关|办件已经存好。到“设置 › 站点”填好，再打告知书。",
    "picture_unreadable": "这个图片用不了|换一张 PNG 或 JPG 的扫描图。原来的表样没有动。",
    "wording_flawed": "这句话还不能用|没有存。看看框子下面的提示。",
    "wording_syntax": "用语文件写法不对|先用原来的用语，请管理员核对。",
    "wording_unknown": "用语文件里有不认识的条目：{key}|先用原来的用语，请管理员核对。",
    "wording_blank": "用语文件里“{key}”是空的|先用原来的用语，请管理员核对。",
    "wording_forbidden": "用语文件里“{key}”用了不该用的说法|先用原来的用语，请管理员核对。",
    "backup_copy_broken": "备份没做成|现在的数据都在。换一个盘再备份一次。",
    "backup_damaged": "备份文件坏了|现在的数据没有动，请换一份备份。",
    "backup_not_readable": "备份文件读不了|现在的数据没有动，看看盘接好没有。",
    "backup_foreign": "这不是本程序的备份|现在的数据没有动，请核对文件。",
    "backup_too_new": "备份是新版程序做的|请先更新程序，再恢复。",
    "folder_not_empty": "这个文件夹里已经有东西|不会覆盖它，请换一个空文件夹。",
    "store_read_only": "数据盘只能读，不能写|已经办好的都在。请管理员看看权限。",
    "store_unreachable": "数据盘连不上|已经办好的都在。看看盘和网络接好没有。",
    "store_not_readable": "数据文件读不了|请先别动它，联系管理员用备份恢复。",
    "profile_mismatch": "数据和站点文件不是一套|没有打开，也没有改动。请联系管理员。",
    "font_unusable": "字体文件用不了（{font}）|办件已经存好，请管理员重装字体。",
}

_LIFE: dict[str, str] = {
    "no_such_move": "“{state}”的件不能这样办|先看看它走到哪一步了。",
    "before_registration": "时间早于登记|请核对时间。",
    "held_elsewhere": "这件现在不在本站手里|请手里有件的站点来办。",
    "mode_may_not_accept": "这个事项在本站只收件|受理由部门决定。",
    "decided_above": "这一步由镇里决定|转交上去就好。",
    "part_needed": "还差一项没填：{part}|填好再来。",
    "list_empty": "一份材料也没选|至少选一份。",
    "told_twice": "同一份材料写了两遍|去掉一份再来。",
    "day_too_early": "日期太早，要在 {day} 以后|请改一个日期。",
    "supplement_incomplete": "还有 {count} 份没有补来|补齐了再收。",
    "not_in_hand": "有材料还没到手|到手了再勾。",
    "not_deferred": "这份材料不是容缺的|请从容缺的材料里选。",
    "beyond_deadline": "补交日期晚于办结期限（{day}）|请改早一些。",
    "deferred_differs": "容缺的材料和补交日期对不上|请核对容缺清单。",
    "word_needed": "部门怎么答复的，请写下来",
    "not_supplemented": "还没补正过，不能按补正后仍不齐来退|先告知补正。",
    "not_the_receiver": "这批不是交给本站的|请核对交接单。",
    "other_batch": "这件在另一批里|请核对交接单。",
    "special_too_long": "特别程序最长 {most} 天|请核对天数。",
    "extension_too_long": "最多延长 {most} 天|请核对天数。",
    "approver_is_handler": "延长期限要由另一位负责人批准|请换一位来批。",
    "approval_needed": "这一步要负责人批准|请负责人点头。",
    "approver_may_not": "这位不能批|请本站负责人来批。",
    "id_not_checked": "还没核对领取人证件|核对以后再交给他。",
    "changed_meanwhile": "这一项刚被别处改过|看看新的内容，再决定要不要改。",
    "nothing_changed": "内容没有变，不用更正",
    "note_too_long": "备注最多 {most} 个字|请写短一些。",
    "stands_in_for_self": "不能给自己顶岗|请核对顶岗安排。",
    "not_standing_in_today": "今天不在顶岗期内|请核对顶岗安排。",
    "day_unclear": "看不懂这个日期|写成 12-08、周三或 +3 都行。",
    "number_unclear": "天数要写成数字",
    "tag_empty": "标签没写字|写成 #加急 这样。",
    "act_in_future": "时间还没到|请核对时间，再记这一步。",
    "papers_missing": "还缺必要材料，不能受理|先告知补正，或等材料补齐。",
    "not_assisting": "这件不是帮办代办的|请按原来的办法办。",
    "not_due_yet": "期限还没到|到期以后再来。",
    "asked_too_late": "补正期限已经过了，不能再延|按逾期处理。",
    "already_extended": "已经延过一次|只能延一次。",
    "under_way": "材料还在路上|对方签收以后再办。",
    "not_under_way": "这件不在移交途中|请核对交接单。",
    "nothing_deferred": "这件没有容缺的材料",
    "not_for_immediate": "即办件不用这一步|当场办结就好。",
    "immediate_only": "只有即办件能这样办结|承诺件由部门办结。",
    "already_rated": "这件已经评价过|一件只评一次。",
}

_HANDOVER: dict[str, str] = {
    "no_such_batch": "没有这一批|请核对交接单上的编号。",
    "batch_not_opened": "这一批的第一条记录不是开单|数据没有动，请联系管理员。",
    "batch_opened_twice": "同一批开了两次|数据没有动，请联系管理员。",
    "batch_not_open": "这一批已经送出，不能再改|另开一批就好。",
    "batch_not_under_way": "这一批不在路上|先看看它走到哪一步了。",
    "batch_not_received": "这一批还没有清点签收|先清点，再逐件接收。",
    "batch_empty": "这一批还没有放件|先扫一件进来。",
    "batch_full": "一批最多 {most} 件|另开一批接着放。",
    "batch_of_another": "这一批是别的站点开的|请开单的站点来改。",
    "already_in_batch": "这件已经在这一批里",
    "in_another_batch": "这件已经放进另一批|先从那一批里拿出来。",
    "not_in_batch": "这一批里没有这件|请核对交接单；袋里多出来的，记为“多出”。",
    "line_settled": "这件已经接收或退回",
    "line_cannot_go": "{number} 现在不能移交，整批都没有送出|把它拿出来，再送一次。",
    "cannot_hand_over": "这件现在不能移交|先看看它走到哪一步了。",
    "sent_to_self": "不能移交给自己|请选接收的单位。",
    "original_never_kept": "证件不能留存|看一眼、复印好，当场还给本人。",
    "original_held_already": "这份原件还没退还|先退还，再记新的。",
    "original_not_held": "这份原件不在我们手里|不用退还，请核对是哪一份。",
}

_LEDGERS: dict[str, str] = {
    "no_such_import": "没有这一次导入|请核对编号。",
    "ledger_imported_twice": "同一份台账记了两次|数据没有动，请联系管理员。",
    "ledger_not_imported": "撤销了一次没有的导入|数据没有动，请联系管理员。",
    "ledger_undone_already": "这次导入已经撤销过了",
    "ledger_taken_already": "这份台账已经导入过|什么也没有动。要重新导入，先撤销上一次。",
    "import_of_another": "这是别的站点导入的|请那个站点来撤销。",
    "ledger_unreadable": "台账文件打不开|什么也没有动，请核对位置和权限。",
    "ledger_too_big": "台账文件太大（超过 {most} 兆）|什么也没有动，请分成几份。",
    "ledger_old_format": "这是旧版或加了密码的表格|什么也没有动。请去掉密码，另存为 .xlsx 再导入。",
    "ledger_kind": "只能导入 .xlsx 或 .csv 表格|什么也没有动，请另存一份。",
    "ledger_broken": "台账文件坏了|什么也没有动，请重新拿一份。",
    "ledger_hostile": "这个文件不安全，没有打开|什么也没有动，请问问是谁给的。",
    "ledger_too_many": "表格太大，一次最多 {most} 行|什么也没有动，请分成几份。",
    "ledger_encoding": "台账里的字读不出来|什么也没有动，请另存为 .xlsx 再导入。",
    "ledger_empty": "表格里没有内容|什么也没有动，请核对是不是选错了文件。",
    "ledger_columns_missing": "没找到“{ledger_field}”这一列|什么也没有动，请指一下是哪一列。",
    "ledger_rows_wrong": "有 {count} 处不对，先看第 {row} 行第 {column} 列|什么也没有导入，改好表格再来。",
    "month_invalid": "月份要写成 2026-11 这样",
    "register_kind": "台账只能存成 .xlsx 或 .csv|请换一个文件名。",
}

SENTENCES: dict[str, str] = (
    _GENERAL | _PLACE | _ACTS | _LIFE | _HANDOVER | HANDOVER_SENTENCES | DEVICE_SENTENCES | _LEDGERS | _FILES
)
SENTENCES |= SHIFT_SENTENCES | ASSIST_SENTENCES
SENTENCES |= ATTACHMENT_SENTENCES
SENTENCES |= SPEED_SENTENCES

_REASONS: dict[Reason, str] = {
    Reason.EMPTY: "还没填",
    Reason.TOO_SHORT: "还差 {detail} 位",
    Reason.TOO_LONG: "多了 {detail} 位",
    Reason.BAD_CHARACTER: "第 {detail} 位的字不对",
    Reason.CONTROL_CHARACTER: "混进了看不见的字符，请重新输入",
    Reason.INVISIBLE_CHARACTER: "混进了看不见的字符，请重新输入",
    Reason.CHECK_CHARACTER: "末位对不上，请再核对一遍",
    Reason.BAD_DATE: "出生日期不对",
    Reason.FUTURE_DATE: "出生日期还没到",
    Reason.TOO_OLD: "出生日期太早，请核对",
    Reason.WRONG_FORM: "不像这种号码，请核对证件类型",
    Reason.ALL_ZERO: "不能全是 0",
}

SENTENCES |= ACT_SENTENCES

_PARAMETER_WORDS = {"right": "Right", "field": "Problem", "state": "CaseState", "ledger_field": "LedgerField"}


def sentence(error: DeskError) -> str:
    """Everything in one line, for toasts, logs of automation and screen readers."""
    heading, advice = told(error)
    return f"{heading}。{advice}" if advice else heading


def told(error: DeskError) -> tuple[str, str]:
    """Heading and the line below it (which may be empty), for banners."""
    text = SENTENCES.get(error.code) or SENTENCES[type(error).default_code]
    heading, _, advice = _said(text).partition("|")
    blanks = _Blanks({name: _parameter(name, value, error.params) for name, value in error.params.items()})
    return heading.format_map(blanks), advice.format_map(blanks)


def refusal(found: Checked) -> str:
    """Why a value was refused, to stand under its field; empty when it holds."""
    return "" if found.reason is None else reason_words(found.reason, found.detail)


def reason_words(reason: Reason, detail: str) -> str:
    """The words of a reason; a reason whose detail is unknown is said without it."""
    if reason is Reason.TOO_LONG and not detail:
        return _said("太长了")
    return _said(_REASONS[reason]).format(detail=detail)


def remarks(found: Checked) -> tuple[str, ...]:
    """What to look at although the value holds."""
    return tuple(word(notice) for notice in found.notices)


def day_words(line: DayLine) -> str:
    """One line of the explanation of a due date: 第 3 天，或者为什么不算."""
    head = f"{line.day.isoformat()} {weekday_name(line.day)}"
    kind = word(line.kind)
    reason = _said("{kind}（{name}）").format(kind=kind, name=line.name) if line.name else kind
    if line.index is None:
        return _said("{head}，{reason}").format(head=head, reason=reason)
    return _said("{head}，第 {index} 天，{reason}").format(head=head, index=line.index, reason=reason)


class _Blanks(dict[str, str]):
    """A blank nobody filled is left out: a clumsy sentence is better than none."""

    def __missing__(self, _key: str) -> str:
        return ""


def _parameter(name: str, value: str | int, params: Mapping[str, str | int]) -> str:
    if name == "part":
        return part_word(str(value))
    if name == "reason" and value in list(Reason):
        return reason_words(Reason(str(value)), str(params.get("detail", "")))
    return word_for(_PARAMETER_WORDS.get(name, ""), str(value))


def _said(text: str) -> str:
    return QCoreApplication.translate("Messages", text)
