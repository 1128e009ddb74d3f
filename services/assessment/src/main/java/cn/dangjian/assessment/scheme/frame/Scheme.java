package cn.dangjian.assessment.scheme.frame;

import cn.dangjian.assessment.fact.measure.ObjectKind;
import cn.dangjian.assessment.scheme.content.Audience;
import cn.dangjian.assessment.scheme.content.Domain;
import cn.dangjian.assessment.scheme.content.Ranking;
import cn.dangjian.platform.web.version.Versioned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of a scheme.
 *
 * @param unitId who has made it; below that unit it holds
 * @param path where that unit stands
 * @param fromOn from which day on it counts; null while it is a draft
 * @param toOn the day from which another version counts; null while this one does
 */
public record Scheme(
        long id,
        long unitId,
        String unitName,
        String path,
        @Nullable Long frame,
        int year,
        ObjectKind object,
        @Nullable Domain domain,
        String title,
        int ownMost,
        int additionsMost,
        Ranking ranking,
        Audience audience,
        State state,
        @Nullable LocalDate fromOn,
        @Nullable LocalDate toOn,
        @Nullable String document,
        long version)
        implements Versioned {

    /** Where it stands. */
    public enum State {
        /** 草案. */
        DRAFT,
        /** 已发布. */
        PUBLISHED
    }

    /** Whether both are versions of the same scheme: the same owner scores the same units. */
    public boolean isVersionOf(Scheme other) {
        return unitId == other.unitId && year == other.year && object == other.object && domain == other.domain;
    }

    boolean isDraft() {
        return state == State.DRAFT;
    }
}
