package cn.dangjian.assessment.scheme.check;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;

/** What no scheme may be published with; {0} is the name of the indicator, if it is about one. */
enum CheckRefusal implements Refusal {
    /** {0} is what they add up to. */
    WEIGHTS_OFF("scheme.weights-off"),
    MODULE_UNKNOWN("scheme.module-unknown"),
    MEASURE_UNKNOWN("scheme.measure-unknown"),
    MEASURE_UNFIT("scheme.measure-unfit"),
    /** {1} is the name of the other one. */
    FACT_TWICE("scheme.fact-twice"),
    POINTS_UNREACHABLE("scheme.points-unreachable"),
    /** {1} is the article. */
    FORBIDDEN("scheme.forbidden"),
    /** {0} is the article. */
    RANKED_TOO_OFTEN("scheme.ranked-too-often"),
    /** {0} is the most that they may give. */
    ADDITIONS_OVER("scheme.additions-over"),
    FRAME_LEFT_OUT("scheme.frame-left-out"),
    FRAME_CHANGED("scheme.frame-changed"),
    /** {1} and {2} are the bounds. */
    OUTSIDE_BAND("scheme.outside-band"),
    /** {0} is the most that they may weigh. */
    OWN_OVER("scheme.own-over");

    private final Reason reason;

    CheckRefusal(String code) {
        reason = new Reason(UNPROCESSABLE_CONTENT, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
