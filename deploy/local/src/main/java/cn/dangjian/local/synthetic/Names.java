package cn.dangjian.local.synthetic;

import java.util.List;
import java.util.random.RandomGenerator;

/** 虚构的姓名: made from lists, so that common ones are common; who is called so in truth is not meant. */
final class Names {

    /** The first ones stand for many more people than the last. */
    private static final List<String> SURNAMES =
            List.of(("王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 罗 高 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 曾 肖 田 董 袁"
                            + " 潘 于 蒋 蔡 余 杜 叶 程 苏 魏 吕 丁 任 沈 姚 卢 姜 崔 钟 谭 陆 汪 范 金 石 廖 贾 夏 韦 付 方 白 邹"
                            + " 孟 熊 秦 邱 江 尹 薛 闫 段 雷 侯 龙 史 陶 黎 贺 顾 毛 郝 龚 邵 万 钱 严 覃 武 戴 莫 孔 向 汤 单 解"
                            + " 缪 区 欧阳 司马 长孙 尉迟")
                    .split(" "));

    private static final String FIRST = "志建国文明永春秀玉桂海小晓红丽芳晨子一雨思佳家俊天宇新世光德荣福正大金银成长";
    private static final String SECOND = "华明军平英兰花生林强伟芳娟敏静涛磊勇杰超峰龙凤云霞梅琴香莲辉斌鹏飞宁安康乐欣怡然";

    private Names() {}

    static String of(RandomGenerator random) {
        // the square draws the first surnames more often, as they are
        double drawn = random.nextDouble();
        String surname = SURNAMES.get((int) (drawn * drawn * SURNAMES.size()));
        String second = letter(SECOND, random);
        return random.nextInt(100) < 18 ? surname + second : surname + letter(FIRST, random) + second;
    }

    private static String letter(String from, RandomGenerator random) {
        int at = random.nextInt(from.length());
        return from.substring(at, at + 1);
    }
}
