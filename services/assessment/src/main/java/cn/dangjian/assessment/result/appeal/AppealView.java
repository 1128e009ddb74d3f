package cn.dangjian.assessment.result.appeal;

import cn.dangjian.assessment.points.Points;
import cn.dangjian.assessment.result.appeal.Appeal.State;
import cn.dangjian.assessment.result.appeal.AppealRepository.Contested;
import cn.dangjian.platform.cases.Entry;
import cn.dangjian.platform.web.version.Versioned;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An appeal as people see it.
 *
 * @param unit whose score it is
 * @param heir who goes on with it since that one has ended; null if nothing has changed
 * @param owner who decides
 * @param ended whether it has ended with its unit, before anybody had decided
 * @param part the first day of the part of the year
 * @param indicator null if it is the sum
 * @param points what it had on the day
 * @param correction null unless it was upheld
 * @param journal the oldest first
 */
record AppealView(
        long id,
        long unit,
        String unitName,
        @Nullable Long heir,
        long owner,
        String ownerName,
        State state,
        boolean ended,
        int year,
        LocalDate part,
        LocalDate day,
        long scheme,
        @Nullable String indicator,
        @Nullable Points points,
        String words,
        List<Contested> facts,
        @Nullable CorrectedView correction,
        List<Entry> journal,
        long version)
        implements Versioned {

    /**
     * What an upheld appeal has made of the score.
     *
     * @param frozen whether it stands beside a frozen score, which stays as it is
     */
    record CorrectedView(
            String indicator,
            boolean frozen,
            long numerator,
            long denominator,
            @Nullable Points pointsBefore,
            @Nullable Points points,
            @Nullable Points totalBefore,
            @Nullable Points total,
            String document) {}
}
