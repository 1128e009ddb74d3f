package cn.dangjian.assessment.result.consequence;

/** Why a rule proposes that people look at a unit; each with the rule that says in how many years in a row. */
enum Ground {
    /** 考核不合格: graded 差. */
    FAILED("assessment.consequence.failed.years", "年度考核等次为差：按规定年度内不得提拔重用"),
    /** 连续不合格: graded 差 in a row. */
    FAILED_AGAIN("assessment.consequence.failed-again.years", "连续被评为差：按规定应作出组织处理"),
    /** 没有晋位升级: not the best, and no better than the year before. */
    NO_RISE("assessment.consequence.no-rise.years", "连续没有晋位升级：按规定不得评先评优"),
    /** 排位后几名. */
    BOTTOM("assessment.consequence.bottom.years", "连续排位靠后：按规定应调整岗位或降职"),
    /** 排位后几名，且村级班子配备不全. */
    BOTTOM_TEAM("assessment.consequence.bottom-team.years", "排位靠后且村级班子配备不全：按规定应进行诫勉谈话");

    private final String years;
    private final String words;

    Ground(String years, String words) {
        this.years = years;
        this.words = words;
    }

    /** The rule that says in how many years in a row; where none is set, nothing is proposed. */
    String years() {
        return years;
    }

    /** What is asked, for the journal. */
    String words() {
        return words;
    }
}
