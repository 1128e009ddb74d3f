package cn.dangjian.assessment.scheme.check;

import cn.dangjian.platform.web.problem.ProblemException;
import cn.dangjian.platform.web.problem.Refusal;
import java.util.Arrays;
import java.util.List;

/**
 * Something that a scheme may not be published with.
 *
 * @param about what {0}, {1} … in its text stand for
 */
public record Finding(Refusal refusal, List<String> about) {

    static Finding of(CheckRefusal refusal, Object... about) {
        return new Finding(refusal, Arrays.stream(about).map(String::valueOf).toList());
    }

    public ProblemException refused() {
        return refusal.with(about.toArray());
    }
}
