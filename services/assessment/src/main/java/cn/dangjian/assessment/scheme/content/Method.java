package cn.dangjian.assessment.scheme.content;

/** How an indicator gives points. */
public enum Method {
    /** 自动: the ratio of a measure, between a mark with none and a mark with all points. */
    AUTOMATIC,
    /** 扣分: for each fact something is taken off. */
    DEDUCTION,
    /** 加分: for each fact something is given beside the hundred points, up to a cap. */
    ADDITION,
    /** 评议: what people have voted. */
    VOTE,
    /** 专家评分: what a person has given. */
    EXPERT;

    /** Whether it counts facts of a measure. */
    public boolean measures() {
        return this == AUTOMATIC || this == DEDUCTION || this == ADDITION;
    }
}
