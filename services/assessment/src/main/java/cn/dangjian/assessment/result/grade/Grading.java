package cn.dangjian.assessment.result.grade;

import cn.dangjian.assessment.fact.measure.ObjectKind;
import cn.dangjian.assessment.result.grade.Grade.Scale;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Grades of all units that versions of one scheme have scored until the year's end.
 *
 * @param unit who has published the scheme
 * @param filedOn null until whoever is above has it on file
 */
record Grading(
        long id,
        UnitId unit,
        String unitName,
        State state,
        long schemeId,
        int year,
        ObjectKind object,
        Scale scale,
        String document,
        @Nullable LocalDate filedOn,
        long version) {

    /** Where it stands. */
    enum State {
        /** 已提出，待备案. */
        PROPOSED,
        /** 退回. */
        RETURNED,
        /** 已备案. */
        FILED
    }
}
