package cn.dangjian.assessment.result.showcase;

import cn.dangjian.assessment.result.grade.Grade;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit that was named as a model for a year, and what makes that doubtful.
 *
 * @param ended whether the unit has ended since
 * @param owner who has named it
 * @param county in which county it stood then; the owner if in none
 * @param grading by which it had five stars
 * @param withdrawnOn null while it stands
 * @param laterYear the last year on file in which it has fewer stars; null if it has not
 * @param weakOn since when it is a weak unit, if it became one after the year of its stars
 */
record Showcase(
        long id,
        long unit,
        String unitName,
        String unitPath,
        boolean ended,
        long owner,
        String ownerName,
        Tier ownerTier,
        String ownerPath,
        boolean ownerEnded,
        long county,
        int year,
        long grading,
        int gradedYear,
        String document,
        String reason,
        @Nullable String evidence,
        LocalDate namedOn,
        @Nullable LocalDate withdrawnOn,
        @Nullable String withdrawalDocument,
        @Nullable String withdrawalReason,
        @Nullable Integer laterYear,
        @Nullable Grade laterGrade,
        @Nullable LocalDate weakOn,
        long version) {

    boolean stands() {
        return withdrawnOn == null;
    }

    /** Whoever has named it takes it back; if that unit has ended, whoever is above it. */
    boolean isInTheHandOf(Desk desk) {
        if (desk.isOf(new UnitId(owner))) return true;
        return ownerEnded && Scope.subtree(desk.unit().path()).contains(ownerPath);
    }
}
