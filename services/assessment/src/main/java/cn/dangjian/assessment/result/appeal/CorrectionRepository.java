package cn.dangjian.assessment.result.appeal;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code correction}. */
@Repository
class CorrectionRepository {

    private static final String CORRECTION = """
        select c.appeal_id, c.unit_id unit, c.year, c.part_on, c.indicator_id, i.code, c.frozen, c.numerator, c.denominator,
               c.base_points, c.points, c.base_total, c.total, c.document
          from correction c join indicator i on i.id = c.indicator_id\
        """;

    private final Rows rows;

    CorrectionRepository(Rows rows) {
        this.rows = rows;
    }

    /**
     * What an upheld appeal makes of a score.
     *
     * @param code of the indicator
     * @param frozen whether it stands beside a frozen score; else its fact counts like any other one
     * @param numerator what is added to what was counted
     */
    record Correction(
            long appealId,
            UnitId unit,
            int year,
            LocalDate partOn,
            long indicatorId,
            String code,
            boolean frozen,
            long numerator,
            long denominator,
            @Nullable Integer basePoints,
            @Nullable Integer points,
            @Nullable Integer baseTotal,
            @Nullable Integer total,
            String document) {}

    @Unscoped("of an appeal that was found in the caller's scope")
    Optional<Correction> find(long appeal) {
        return rows.unscoped(CORRECTION + " where c.appeal_id = :appeal")
                .with("appeal", appeal)
                .find(Correction.class);
    }

    /** Those that stand beside a frozen score. */
    @Unscoped("of a unit that was found in the caller's scope")
    List<Correction> listFrozen(UnitId unit, int year, LocalDate part) {
        return rows.unscoped(CORRECTION + """
             where c.unit_id = :unit and c.year = :year and c.part_on = :part and c.frozen = 1\
            """)
                .with("unit", unit)
                .with("year", year)
                .with("part", part)
                .list(Correction.class);
    }

    void insert(Correction correction, Desk desk) {
        rows.sql("""
            insert into correction (appeal_id, unit_id, year, part_on, indicator_id, frozen, numerator, denominator,
                                    base_points, points, base_total, total, document, subject, at)
            values (:appealId, :unit, :year, :partOn, :indicatorId, :frozen, :numerator, :denominator, :basePoints, :points,
                    :baseTotal, :total, :document, :subject, :at)\
            """).with(correction).by(desk).update();
    }
}
