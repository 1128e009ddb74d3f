package cn.dangjian.member.person.quality;

import static java.util.stream.Collectors.joining;

import cn.dangjian.member.person.standing.Status;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.rules.book.Rules;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Repository;

/** Reads {@code member}, {@code standing} and {@code member_event} for what is missing and what does not fit. */
@Repository
class QualityQueries {

    private static final List<Fact> FACTS = List.of(Fact.values());

    /** Of one person: which facts are missing. */
    private static final String FLAGS =
            FACTS.stream().map(fact -> fact.missing() + " m_" + fact.name()).collect(joining(", "));

    private static final String SUMS = FACTS.stream()
            .map(fact -> "sum(" + fact.missing() + ") m_" + fact.name())
            .collect(joining(", "));

    private static final String ASKED =
            FACTS.stream().map(fact -> "sum(" + fact.asked() + ")").collect(joining(" + "));

    private static final String WHOLE = FACTS.stream().map(Fact::missing).collect(joining(" or ", "sum(not (", "))"));

    private static final String CURRENT = Status.CURRENT.stream()
            .map(status -> "'" + status.name() + "'")
            .collect(joining(",", "s.to_on = '9999-12-31' and s.status in (", ")"));

    /** By unit and from there on by person: of a register that fills up MySQL still believes that it is empty. */
    private static final String ALL = """
         from unit u straight_join standing s force index (standing_unit) on s.unit_id = u.id and s.to_on = '9999-12-31'
         straight_join member m force index (primary) on m.id = s.member_id\
        """;

    private static final String ONE = """
         from member m straight_join standing s on s.member_id = m.id and s.to_on = '9999-12-31'
         straight_join unit u on u.id = s.unit_id\
        """;

    private final Rows rows;

    QualityQueries(Rows rows) {
        this.rows = rows;
    }

    @Unscoped("the person was found in the caller's scope")
    Completeness of(long member) {
        return rows.unscoped("select s.status, " + FLAGS
                        + " from member m join standing s on s.member_id = m.id and s.to_on = '9999-12-31'"
                        + " where m.id = :id")
                .with("id", member)
                .find((row, number) -> completeness(row))
                .orElseGet(() -> new Completeness(0, FACTS));
    }

    private static Completeness completeness(ResultSet row) throws SQLException {
        var status = Status.valueOf(row.getString("status"));
        int asked = (int) FACTS.stream().filter(fact -> fact.isAskedOf(status)).count();
        return Completeness.of(
                asked, FACTS.stream().filter(fact -> flag(row, fact) > 0).toList());
    }

    /** Of everybody whose file these units keep open. */
    @Unscoped("units that were found in the caller's scope, or of which others are told")
    List<UnitQuality> units(Collection<Long> units) {
        return rows.unscoped("select s.unit_id unit, count(*) people, " + WHOLE + " whole, " + ASKED + " asked, " + SUMS
                        + """
                         from standing s force index (standing_unit)
                         straight_join member m force index (primary) on m.id = s.member_id
                         where s.unit_id in (:units) and\
                        """
                        + " " + CURRENT + " group by s.unit_id")
                .with("units", units)
                .list((row, number) -> unit(row));
    }

    private static UnitQuality unit(ResultSet row) throws SQLException {
        var missing = new EnumMap<Fact, Integer>(Fact.class);
        for (var fact : FACTS) {
            int count = flag(row, fact);
            if (count > 0) missing.put(fact, count);
        }
        return new UnitQuality(
                row.getLong("unit"), row.getInt("people"), row.getInt("whole"), row.getInt("asked"), missing);
    }

    private static int flag(ResultSet row, Fact fact) {
        try {
            return row.getInt("m_" + fact.name());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A place in the list: of one person several things may not fit. */
    private record Place(String path, long id, String kind, LocalDate day) {

        static final Place START = new Place("", 0, "", LocalDate.of(1000, 1, 1));
    }

    /** What follows a row in the list. */
    static Cursor after(Contradiction row) {
        return Cursor.of(
                row.path(),
                row.member(),
                row.kind(),
                Objects.requireNonNull(row.day()).toEpochDay());
    }

    /** What does not fit, in the order of the tree. */
    List<Contradiction> contradictions(LocalDate today, Rules rules, Slice slice, Scope scope) {
        var last = Cursor.parse(slice.cursor(), 4);
        var after = last == null ? Place.START : new Place(last.string(0), last.number(1), last.string(2), last.day(3));
        return list("", today, rules, scope, after, slice.rows());
    }

    /** Of one person. */
    List<Contradiction> contradictions(long member, LocalDate today, Rules rules, Scope scope) {
        return list(" and m.id = " + member, today, rules, scope, Place.START, Contradiction.Kind.values().length * 10);
    }

    private List<Contradiction> list(String who, LocalDate today, Rules rules, Scope scope, Place after, int most) {
        String people = who.isEmpty() ? ALL : ONE;
        String place = " where {scope u} and (u.path, m.id) >= (:path, :id)" + who;
        String head = "select m.id as member, m.name, u.id unit, u.path, ";
        return rows.sql(Arrays.stream(Contradiction.Kind.values())
                        .map(kind -> switch (kind) {
                            case TOO_YOUNG ->
                                head + "'TOO_YOUNG' kind, e.day" + people + happened("e", "APPLIED") + place
                                        + " and e.day < m.birth_on + interval :years year";
                            case FULL_BEFORE_ADMISSION ->
                                head + "'FULL_BEFORE_ADMISSION', e.day" + people + happened("e", "FULL")
                                        + happened("a", "ADMITTED") + place + " and e.day < a.day";
                            case PROBATION_WITHOUT_END ->
                                head + "'PROBATION_WITHOUT_END', e.day" + people + happened("e", "ADMITTED") + place
                                        + " and s.status = 'PROBATIONARY'"
                                        + " and e.day + interval :probation month < :today";
                            case TWO_UNITS ->
                                head + "'TWO_UNITS', e.day" + people + happened("e", "ARRIVED") + place
                                        + " and exists (select 1 from member_event o force index (member_event_member)"
                                        + " where o.member_id = m.id and o.kind = 'ARRIVED' and o.day = e.day"
                                        + " and o.id > e.id and o.unit_id <> e.unit_id"
                                        + " and not exists (select 1 from member_strike x where x.event_id = o.id))";
                            case UNIT_ENDED ->
                                head + "'UNIT_ENDED', u.valid_to" + people + place
                                        + " and u.valid_to <= :today and s.status in ('APPLICANT', 'ACTIVIST',"
                                        + " 'OBJECT', 'PROBATIONARY', 'FULL', 'STOPPED')";
                            case FOREIGNER ->
                                head + "'FOREIGNER', m.birth_on" + people + place + " and m.number_kind = 'FOREIGN'";
                        })
                        .collect(joining(
                                " union all ",
                                "select * from (",
                                ") c where (path, member, kind, day) > (:path, :id, :kind, :day)"
                                        + " order by path, member, kind, day limit :rows")))
                .in(scope)
                .with(after)
                .with("rows", most)
                .with("today", today)
                .with("years", rules.number("growth.age.min", ""))
                .with("probation", rules.number("member.probation.months.longest", ""))
                .list(Contradiction.class);
    }

    private static String happened(String event, String kind) {
        return """
             straight_join member_event e force index (member_event_member) on e.member_id = m.id and e.kind = 'KIND'
               and not exists (select 1 from member_strike x where x.event_id = e.id)\
            """.replace("KIND", kind).replace(" e ", " " + event + " ").replace("e.", event + ".");
    }
}
