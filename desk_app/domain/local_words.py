"""How citizens themselves call things: sayings and life situations that no official list has.

Collected for the 93 items of the notice of 2021. A saying that a guide already has among its aliases may
stand here too, to say which of several items is the likeliest. Each line: the saying, its pinyin (ü as v),
the items it may mean with the likeliest first. What is shown on a screen must not hurt: no swear words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class LocalWord:
    """A saying, its syllables, and the items it may mean, the likeliest first."""

    text: str
    syllables: tuple[str, ...]
    items: tuple[str, ...]


_TABLE = """
# 低保、特困、救助
低保户 | di bao hu | 1-1 2-1
吃低保 | chi di bao | 2-1 1-1
办低保 | ban di bao | 2-1 1-1
低保钱 | di bao qian | 1-1 2-1
家里穷 | jia li qiong | 2-1 1-1 2-3
没钱吃饭 | mei qian chi fan | 2-3 1-12
没有收入 | mei you shou ru | 2-1 1-1
过不下去 | guo bu xia qu | 2-3 1-12 2-1
贫困户 | pin kun hu | 2-1 1-1 2-4
贫困证明 | pin kun zheng ming | 2-4
开困难证明 | kai kun nan zheng ming | 2-4
打五保 | da wu bao | 2-2 1-2
五保老人 | wu bao lao ren | 2-2 1-2
没儿没女 | mei er mei nv | 2-2 1-2
无儿无女 | wu er wu nv | 2-2 1-2
孤寡老人 | gu gua lao ren | 2-2 1-2
住敬老院 | zhu jing lao yuan | 2-2 1-2
急用钱 | ji yong qian | 2-3 1-12
突然出事 | tu ran chu shi | 2-3 1-12
家里遭难 | jia li zao nan | 2-3 1-12
出车祸没钱 | chu che huo mei qian | 2-3 1-12
救急钱 | jiu ji qian | 2-3 1-12
上不起学 | shang bu qi xue | 1-12 1-36 1-31
孩子学费 | hai zi xue fei | 1-12 1-36 1-31
捐款救助 | juan kuan jiu zhu | 2-7 3-5
慈善捐助 | ci shan juan zhu | 2-7 3-5
# 看病、医保
大病报销 | da bing bao xiao | 1-13 1-16
大病补助 | da bing bu zhu | 1-13 1-16
看不起病 | kan bu qi bing | 1-13 1-16 2-3
看病花钱多 | kan bing hua qian duo | 1-13 1-16
得了大病 | de le da bing | 1-13 1-16
得了癌症 | de le ai zheng | 1-13 1-16
二次报销 | er ci bao xiao | 1-13
重病救助 | zhong bing jiu zhu | 1-13 1-16
异地看病 | yi di kan bing | 1-39 1-48 1-40
外地看病备案 | wai di kan bing bei an | 1-39 1-48 1-40
跟孩子住外地 | gen hai zi zhu wai di | 1-39 1-48
在外地养老 | zai wai di yang lao | 1-39 1-48
外地打工看病 | wai di da gong kan bing | 1-39 1-48
去大医院看病 | qu da yi yuan kan bing | 1-40 1-49
转到大医院 | zhuan dao da yi yuan | 1-40 1-49
去上海看病 | qu shang hai kan bing | 1-40 1-49
去济南看病 | qu ji nan kan bing | 1-40 1-49
去青岛看病 | qu qing dao kan bing | 1-40 1-49
去烟台看病 | qu yan tai kan bing | 1-40 1-49
看病转院 | kan bing zhuan yuan | 1-40 1-49
外地急诊 | wai di ji zhen | 1-41 1-50
在外地突然生病 | zai wai di tu ran sheng bing | 1-41 1-50
看病回来报销 | kan bing hui lai bao xiao | 1-44 1-53 1-42
外地看病回来报销 | wai di kan bing hui lai bao xiao | 1-44 1-53
没刷上医保卡 | mei shua shang yi bao ka | 1-42 1-51 1-44
自己垫钱看病 | zi ji dian qian kan bing | 1-44 1-53 1-42
住院没报销 | zhu yuan mei bao xiao | 1-42 1-51
报药费 | bao yao fei | 1-44 1-53 1-43
报销医药费 | bao xiao yi yao fei | 1-44 1-53 1-42
慢病拿药 | man bing na yao | 1-43 1-52
慢性病买药 | man xing bing mai yao | 1-43 1-52
糖尿病拿药 | tang niao bing na yao | 1-43 1-52
高血压拿药 | gao xue ya na yao | 1-43 1-52
交合作医疗 | jiao he zuo yi liao | 1-38 2-20
交医疗保险 | jiao yi liao bao xian | 1-38 2-20
农村医保 | nong cun yi bao | 1-38 2-20
新生儿上医保 | xin sheng er shang yi bao | 1-38 2-20
孩子上医保 | hai zi shang yi bao | 1-38 2-20
小孩医保 | xiao hai yi bao | 1-38 2-20
给孩子交医保 | gei hai zi jiao yi bao | 1-38 2-20
断交医保 | duan jiao yi bao | 1-38 2-20
医保断了 | yi bao duan le | 1-38 2-20
查医保交没交 | cha yi bao jiao mei jiao | 1-45 1-54
医保交了几年 | yi bao jiao le ji nian | 1-45 1-54
医保缴费记录 | yi bao jiao fei ji lu | 1-45 1-54
医保缴费单 | yi bao jiao fei dan | 1-46 1-57
医保交费证明 | yi bao jiao fei zheng ming | 1-46 1-57
报销单子 | bao xiao dan zi | 1-47 1-55
打报销单 | da bao xiao dan | 1-47 1-55
保险公司要的单子 | bao xian gong si yao de dan zi | 1-47 1-55
医保卡余额 | yi bao ka yu e | 1-56
医保卡还有多少钱 | yi bao ka hai you duo shao qian | 1-56
给家人用医保卡 | gei jia ren yong yi bao ka | 1-56
医保能报多少 | yi bao neng bao duo shao | 1-58
医保怎么报 | yi bao zen me bao | 1-58
# 养老
交养老保险 | jiao yang lao bao xian | 1-5
农村养老保险 | nong cun yang lao bao xian | 1-5
农保 | nong bao | 1-5 1-6
上养老保险 | shang yang lao bao xian | 1-5
领退休金 | ling tui xiu jin | 1-6
到60了领钱 | dao 60 le ling qian | 1-6
满六十岁 | man liu shi sui | 1-6 1-26
办退休 | ban tui xiu | 1-6
老了领钱 | lao le ling qian | 1-6
养老金没到账 | yang lao jin mei dao zhang | 1-10 3-2 1-7
换银行卡 | huan yin hang ka | 1-7
换社保卡账号 | huan she bao ka zhang hao | 1-7
改名字 | gai ming zi | 1-7
身份证号变了 | shen fen zheng hao bian le | 1-7
老人没了 | lao ren mei le | 1-8
家里有人去世 | jia li you ren qu shi | 1-8
人走了 | ren zou le | 1-8
去世了 | qu shi le | 1-8
老人过世 | lao ren guo shi | 1-8
办后事 | ban hou shi | 1-8
埋葬费 | mai zang fei | 1-8
抚恤金 | fu xu jin | 1-8 1-21
退养老保险 | tui yang lao bao xian | 1-8
地被征了 | di bei zheng le | 3-3 1-9
征地农民 | zheng di nong min | 3-3 1-9
占地补偿养老 | zhan di bu chang yang lao | 3-3 1-9
没地农民 | mei di nong min | 3-3 1-9
退休认证 | tui xiu ren zheng | 2-19 3-4 1-10
人脸认证 | ren lian ren zheng | 1-10 2-19 3-2
刷脸 | shua lian | 3-4 1-10 3-2
扫脸 | sao lian | 1-10 3-2 2-19
养老认证 | yang lao ren zheng | 1-10 2-19
证明还活着 | zheng ming hai huo zhe | 1-10 3-2 2-19
活着证明 | huo zhe zheng ming | 1-10 3-2 2-19
年检 | nian jian | 1-10 2-19
年审 | nian shen | 1-10 2-19
查养老保险 | cha yang lao bao xian | 1-11
查交了多少年 | cha jiao le duo shao nian | 1-11
社保断了 | she bao duan le | 1-11 1-5
打社保单 | da she bao dan | 1-11
社保流水 | she bao liu shui | 1-11
# 就业
失业了 | shi ye le | 1-4
没工作 | mei gong zuo | 1-4
下岗 | xia gang | 1-4
下岗证 | xia gang zheng | 1-4
找工作 | zhao gong zuo | 1-4
待业 | dai ye | 1-4
办失业证 | ban shi ye zheng | 1-4
打零工 | da ling gong | 1-4 1-5
# 老人
老人卡 | lao ren ka | 1-26
老年公交卡 | lao nian gong jiao ka | 1-26
老人坐车免费 | lao ren zuo che mian fei | 1-26
公园免票 | gong yuan mian piao | 1-26
六十五岁办证 | liu shi wu sui ban zheng | 1-26
老龄补贴 | lao ling bu tie | 1-19 2-18
80岁老人钱 | 80 sui lao ren qian | 1-19 2-18
八十多岁补贴 | ba shi duo sui bu tie | 1-19 2-18
长寿钱 | chang shou qian | 1-19 2-18
老寿星 | lao shou xing | 1-19 2-18
九十岁老人 | jiu shi sui lao ren | 1-19 2-18
百岁老人 | bai sui lao ren | 1-19 2-18
失能老人 | shi neng lao ren | 1-20 2-26 2-27
瘫痪在床 | tan huan zai chuang | 1-20 2-26 1-18
卧床老人 | wo chuang lao ren | 1-20 2-26 2-27
没人照顾老人 | mei ren zhao gu lao ren | 2-27 1-20
老人吃饭送餐 | lao ren chi fan song can | 2-27
有人上门伺候 | you ren shang men ci hou | 2-27
老人保险 | lao ren bao xian | 2-6
老人摔倒保险 | lao ren shuai dao bao xian | 2-6
老人摔伤险 | lao ren shuai shang xian | 2-6
# 残疾
残疾补助 | can ji bu zhu | 1-17 2-28 3-6
残疾人低保 | can ji ren di bao | 1-17 2-1 2-28
一级残疾 | yi ji can ji | 1-18 2-22 3-7
二级残疾 | er ji can ji | 1-18 2-22 3-7
重残 | zhong can | 1-18 2-22 3-7
重残护理 | zhong can hu li | 1-18 2-22 3-7
腿脚不好 | tui jiao bu hao | 1-37 2-23
走不了路 | zou bu liao lu | 1-37 2-23
领轮椅 | ling lun yi | 1-37
要个轮椅 | yao ge lun yi | 1-37
听不见 | ting bu jian | 1-37
耳朵背 | er duo bei | 1-37
助听器补贴 | zhu ting qi bu tie | 1-37
安假肢 | an jia zhi | 1-37
拐棍 | guai gun | 1-37
卫生间扶手 | wei sheng jian fu shou | 2-23
门口坡道 | men kou po dao | 2-23
家里改造 | jia li gai zao | 2-23
残疾车加油 | can ji che jia you | 1-34
三轮车油补 | san lun che you bu | 1-34
残疾人开店 | can ji ren kai dian | 1-35
残疾人做买卖 | can ji ren zuo mai mai | 1-35
残疾人上大学 | can ji ren shang da xue | 1-36
残疾孩子上学 | can ji hai zi shang xue | 1-36
自闭症孩子 | zi bi zheng hai zi | 1-32
脑瘫孩子 | nao tan hai zi | 1-32
孩子不会说话 | hai zi bu hui shuo hua | 1-32
聋哑孩子 | long ya hai zi | 1-32
精神病吃药 | jing shen bing chi yao | 1-33
精神病住院 | jing shen bing zhu yuan | 1-33
残疾人交医保 | can ji ren jiao yi bao | 2-24
重残免医保 | zhong can mian yi bao | 2-24
# 生育、计生
生孩子 | sheng hai zi | 1-27 2-9
怀孕了 | huai yun le | 1-27 2-9
生二胎 | sheng er tai | 1-27 2-9
生三胎 | sheng san tai | 1-27 2-9
生老三 | sheng lao san | 1-27 2-9
要二胎 | yao er tai | 1-27 2-9
准生证 | zhun sheng zheng | 1-27 2-9
生四胎 | sheng si tai | 1-3 2-10
四胎 | si tai | 1-3 2-10
没结婚生孩子 | mei jie hun sheng hai zi | 1-27 2-9
独生子女钱 | du sheng zi nv qian | 2-11 2-15
独生子女证 | du sheng zi nv zheng | 2-11 2-15
一个孩子的补贴 | yi ge hai zi de bu tie | 2-11 2-15
光荣证 | guang rong zheng | 2-11
独生子女退休 | du sheng zi nv tui xiu | 2-15
孩子没了 | hai zi mei le | 2-12 2-16
失独老人 | shi du lao ren | 2-12 2-16 2-27
失去独子 | shi qu du zi | 2-12 2-16
独生子女残疾 | du sheng zi nv can ji | 2-12
计生户口转走 | ji sheng hu kou zhuan zou | 1-28 2-17
婚育证 | hun yu zheng | 1-29
外出打工证明 | wai chu da gong zheng ming | 1-29
上环 | shang huan | 1-30
结扎 | jie za | 1-30
查体 | cha ti | 2-14
妇女查体 | fu nv cha ti | 2-14
查乳腺 | cha ru xian | 2-14
妇科检查 | fu ke jian cha | 2-14
女孩上学 | nv hai shang xue | 1-31
女娃助学 | nv wa zhu xue | 1-31
# 受灾、住房、农业
遭灾了 | zao zai le | 1-14 1-15
受灾了 | shou zai le | 1-14 1-15
房子被淹 | fang zi bei yan | 1-15 1-14
房子塌了 | fang zi ta le | 1-15
房子倒了 | fang zi dao le | 1-15 1-14
盖房子塌了 | gai fang zi ta le | 1-15
房子着火 | fang zi zhao huo | 1-14 1-12 1-15
发大水 | fa da shui | 1-14 1-15
台风刮坏房子 | tai feng gua huai fang zi | 1-15 1-14
冰雹 | bing bao | 1-14
没房子住 | mei fang zi zhu | 2-5
租房子补贴 | zu fang zi bu tie | 2-5
公租房 | gong zu fang | 2-5
便宜房子 | pian yi fang zi | 2-5
小麦打药 | xiao mai da yao | 3-1
种地补贴 | zhong di bu tie | 3-1
种粮补贴 | zhong liang bu tie | 3-1
麦子打药 | mai zi da yao | 3-1
# 军人
当兵 | dang bing | 2-21
当兵回来 | dang bing hui lai | 1-21 1-24 2-25
要去当兵 | yao qu dang bing | 2-21
孩子当兵 | hai zi dang bing | 2-21
报名参军 | bao ming can jun | 2-21
当过兵 | dang guo bing | 1-21 2-25
退伍兵 | tui wu bing | 1-21 1-24
老兵 | lao bing | 1-21 1-22 1-25
退伍军人 | tui wu jun ren | 1-21 1-24
打过仗 | da guo zhang | 1-22
越战老兵 | yue zhan lao bing | 1-22
对越自卫反击战 | dui yue zi wei fan ji zhan | 1-22
抗美援朝 | kang mei yuan chao | 1-25 1-22
烈士后代 | lie shi hou dai | 1-22
烈士家属 | lie shi jia shu | 1-22
原子弹部队 | yuan zi dan bu dui | 1-23
部队得病 | bu dui de bing | 1-24
当兵落下病 | dang bing la xia bing | 1-24
老复员 | lao fu yuan | 1-25
军人看病 | jun ren kan bing | 2-25
"""

_FILLERS = re.compile(
    "怎么办理|怎么办|怎么弄|怎么申请|怎么|如何|咋办|咋弄|咋|去哪里|去哪儿|去哪|在哪里|在哪儿|在哪|哪里|哪儿|什么"
    "|能不能|可不可以|可以|是不是|有没有|请问|想要|想|我要|我们|我家|家里|我|俺|你们|您|他|她|需要|要|给"
    "|多少钱|多少|带啥|啥|的|了|吗|呢|啊|呀|吧|办理|申请|领取|办|领|交|个"
)
"""What people say round the matter; left out only when the question as it stands finds nothing."""


def without_fillers(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without what is said round them, cut where that stood."""
    return tuple(part for word in words for part in _FILLERS.split(word) if part)


@cache
def local_words() -> tuple[LocalWord, ...]:
    """Every saying we know."""
    rows = (line.split("|") for line in _TABLE.splitlines() if "|" in line)
    return tuple(
        LocalWord(text.strip(), tuple(read.split()), tuple(items.split())) for text, read, items in rows
    )
