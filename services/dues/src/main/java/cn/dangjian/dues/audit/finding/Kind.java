package cn.dangjian.dues.audit.finding;

/** What is found. Each has a rule that says how much is doubtful, or 0 if nobody looks for it, and that names the article. */
enum Kind {
    NOTCH("dues.audit.notch.within", "缴费基数%s元，离分档线%s元不足规定的差额", "核对工资单，确认基数没有少报。"),
    CLASS_SCALE("dues.audit.class-scale", "党员类别与交纳标准不相符", "核对党员类别和缴费基数，错的一方更正。"),
    PAID_ELSEWHERE("dues.audit.paid-elsewhere", "交纳%s元时党员已不在该支部", "由现支部补记，原支部冲销；持流动党员活动证的，注明后保留。"),
    PAID_AFTER_END("dues.audit.paid-after-end", "交纳%s元时已不是党员（去世、出党等）", "核对日期；确属多收的，冲销并退还。"),
    NO_BASE("dues.audit.no-base.months", "应交党费而长期没有核定基数，无法核算", "请支部核定缴费基数。"),
    BASE_OLD("dues.audit.base.months", "缴费基数%s元长期未重新核定", "核对现在的收入，有变动的从领取新工资的当月起变更。"),
    AHEAD("dues.ahead.months", "多交%s元，超过可以预交的月数", "核对收款；多收的退还，自愿多交的按规定登记。"),
    CASH_HELD("dues.audit.cash.days", "持有党费%s元超过规定天数未上缴", "请支部上缴，或说明原因。");

    private final String rule;
    private final String why;
    private final String toDo;

    Kind(String rule, String why, String toDo) {
        this.rule = rule;
        this.why = why;
        this.toDo = toDo;
    }

    String rule() {
        return rule;
    }

    /** The reason, with its numbers in it. */
    String why(Object... numbers) {
        return why.formatted(numbers);
    }

    String toDo() {
        return toDo;
    }
}
