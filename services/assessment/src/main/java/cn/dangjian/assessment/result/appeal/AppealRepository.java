package cn.dangjian.assessment.result.appeal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import cn.dangjian.assessment.result.appeal.Appeal.State;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables {@code appeal} and {@code appeal_fact}. */
@Repository
class AppealRepository {

    private static final String APPEAL = """
        select a.id, a.unit_id unit, p.name unit_name, nullif(f.unit_id, a.unit_id) heir, f.other_unit_id owner,
               o.name owner_name, f.state,
               f.closed_at is not null and f.state in ('FILED', 'EXAMINED') ended, a.year, a.part_on, a.day, a.scheme_id, a.indicator_id, i.code indicator, a.points, a.words, f.version
          from appeal a join case_file f on f.kind = 'appeals' and f.id = a.id
          join unit p on p.id = a.unit_id join unit u on u.id = f.unit_id join unit o on o.id = f.other_unit_id
          left join indicator i on i.id = a.indicator_id\
        """;

    private final Rows rows;

    AppealRepository(Rows rows) {
        this.rows = rows;
    }

    /** A fact that is contested, as explanations name it. */
    record Contested(String measure, String thing) {}

    /** What is to be stored. */
    record Filed(
            long id,
            UnitId unit,
            int year,
            LocalDate partOn,
            LocalDate day,
            long schemeId,
            long indicatorId,
            @Nullable Integer points,
            String words) {}

    /** One that the caller sees: whoever is above the unit that goes on with it, that one, and the owner of the scheme. */
    Optional<Appeal> find(long id, Scope scope) {
        return rows.sql(APPEAL + " where ({scope u} or {scope o}) and a.id = :id")
                .in(scope)
                .with("id", id)
                .find(Appeal.class);
    }

    List<Appeal> list(@Nullable State state, Slice slice, Scope scope) {
        return rows.sql(APPEAL + """
             where ({scope u} or {scope o}) and a.id < :before and (:state is null or f.state = :state)
             order by a.id desc limit :rows\
            """)
                .in(scope)
                .newest(slice)
                .with("state", state)
                .list(Appeal.class);
    }

    @Unscoped("of an appeal that was found in the caller's scope")
    List<Contested> listFacts(long id) {
        return rows.unscoped("select measure, thing from appeal_fact where appeal_id = :id order by measure, thing")
                .with("id", id)
                .list(Contested.class);
    }

    /** Whether the same is contested already and nobody has decided. */
    @Unscoped("of the caller's unit")
    boolean isOpen(UnitId unit, int year, LocalDate part, long indicator) {
        return rows.unscoped("""
            select 1 from appeal a join case_file f on f.kind = 'appeals' and f.id = a.id
             where a.unit_id = :unit and a.year = :year and a.part_on = :part and a.indicator_id = :indicator
               and f.state in ('FILED', 'EXAMINED') and f.closed_at is null\
            """)
                .with("unit", unit)
                .with("year", year)
                .with("part", part)
                .with("indicator", indicator)
                .exists();
    }

    /** Whether all of them are facts of the unit, or of units below it. */
    boolean areKnown(Collection<Contested> facts, Unit unit) {
        return facts.stream()
                .collect(groupingBy(Contested::measure, mapping(Contested::thing, toSet())))
                .entrySet()
                .stream()
                .allMatch(each -> count(each.getKey(), each.getValue(), unit)
                        == each.getValue().size());
    }

    @Unscoped("of the caller's unit and those below it")
    private int count(String measure, Set<String> things, Unit unit) {
        return rows.unscoped("""
            select count(distinct f.thing) from fact f join unit u on u.id = f.unit_id
             where f.measure = :measure and f.thing in (:things) and u.path between :path and concat(:path, '~')\
            """)
                .with("measure", measure)
                .with("things", things)
                .with("path", unit.path())
                .get(Integer.class);
    }

    /** When a part of a unit's year was frozen. */
    @Unscoped("of a unit that was found in the caller's scope")
    @Nullable
    LocalDateTime frozenAt(UnitId unit, int year, LocalDate part) {
        return rows.unscoped("""
            select frozen_at from score_total
             where unit_id = :unit and year = :year and part_on = :part and frozen_at is not null\
            """)
                .with("unit", unit)
                .with("year", year)
                .with("part", part)
                .find(LocalDateTime.class)
                .orElse(null);
    }

    void insert(Filed filed, Collection<Contested> facts) {
        rows.sql("""
            insert into appeal (id, unit_id, year, part_on, day, scheme_id, indicator_id, points, words)
            values (:id, :unit, :year, :partOn, :day, :schemeId, :indicatorId, :points, :words)\
            """).with(filed).update();
        rows.sql("insert into appeal_fact (appeal_id, measure, thing) values (:id, :measure, :thing)")
                .with("id", filed.id())
                .each(facts.stream().distinct().toList());
    }
}
