package cn.dangjian.assessment.result.showcase;

/** How a year's stars are beside those of the year before (晋位升级). */
enum Course {
    /** 晋位. */
    UP,
    /** 持平. */
    SAME,
    /** 退位. */
    DOWN;

    static Course of(int before, int now) {
        if (now == before) return SAME;
        return now > before ? UP : DOWN;
    }
}
