package cn.dangjian.assessment.review.given;

/** Where a mark comes from. */
enum Source {
    /** 自评: what a unit says of itself; it gives no points. */
    SELF,
    /** 听查看评: a check that was announced. */
    ANNOUNCED,
    /** 暗访: a check that nobody knew of. */
    UNANNOUNCED,
    /** 评议: sheets of a vote, counted together. */
    VOTE,
    /** 述职评议: the composite of a campaign, of a hundred; it stands for all sheets of the indicator. */
    APPRAISAL
}
