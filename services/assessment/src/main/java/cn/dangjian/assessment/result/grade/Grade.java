package cn.dangjian.assessment.result.grade;

/** What a unit is graded, the best first. */
public enum Grade {
    /** 好. */
    GOOD(Scale.GRADES, 3),
    /** 较好. */
    FAIRLY_GOOD(Scale.GRADES, 2),
    /** 一般. */
    AVERAGE(Scale.GRADES, 1),
    /** 差. */
    POOR(Scale.GRADES, 0),
    /** 五星. */
    STARS_5(Scale.STARS, 5),
    /** 四星. */
    STARS_4(Scale.STARS, 4),
    /** 三星. */
    STARS_3(Scale.STARS, 3),
    /** 二星. */
    STARS_2(Scale.STARS, 2),
    /** 一星. */
    STARS_1(Scale.STARS, 1),
    /** 无星. */
    STARS_0(Scale.STARS, 0);

    /** By what units are graded. */
    enum Scale {
        /** 好、较好、一般、差. */
        GRADES("assessment.grade.good.most.percent", GradingRefusal.OVER_GOOD),
        /** 五星至无星. */
        STARS("assessment.grade.five-stars.most.percent", GradingRefusal.OVER_STARS);

        private final String quota;
        private final GradingRefusal over;

        Scale(String quota, GradingRefusal over) {
            this.quota = quota;
            this.over = over;
        }

        /** The rule that says how many of a hundred may have the best one. */
        String quota() {
            return quota;
        }

        GradingRefusal over() {
            return over;
        }

        Grade best() {
            return this == GRADES ? GOOD : STARS_5;
        }
    }

    private final Scale scale;
    private final int level;

    Grade(Scale scale, int level) {
        this.scale = scale;
        this.level = level;
    }

    boolean isOf(Scale other) {
        return scale == other;
    }

    boolean isBest() {
        return this == scale.best();
    }

    boolean isLike(Grade other) {
        return scale == other.scale;
    }

    /** How many stars, or how far above the worst grade. */
    int level() {
        return level;
    }
}
