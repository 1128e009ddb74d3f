package cn.dangjian.member.telling.kept;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.standing.EventKind;
import cn.dangjian.member.person.standing.Happening;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Standings;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is kept is what the periods say, on any day, for every unit, whatever has happened and been corrected. */
@ServiceTest
class KeptCountsTest {

    private static final LocalDate FIRST = LocalDate.of(1999, 11, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    /** Files that no other test has. */
    private static final long FILES = 70_000_000;

    private static final EventKind[] KINDS = {
        EventKind.APPLIED,
        EventKind.ACTIVIST,
        EventKind.OBJECT,
        EventKind.ADMITTED,
        EventKind.FULL,
        EventKind.LOST,
        EventKind.FOUND,
        EventKind.STOPPED,
        EventKind.RESTORED,
        EventKind.LEFT,
        EventKind.DIED,
        EventKind.ARRIVED,
        EventKind.ARRIVED,
        EventKind.CLASSED,
        EventKind.CLASSED
    };

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    Standings standings;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DataSource database;

    private final Random random = new Random(9);
    private Persons persons;
    private JdbcClient jdbc;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
        jdbc = JdbcClient.create(database);
    }

    @Test
    void keptIsWhatThePeriodsSayWhileItIsBeingKeptAndAfter() {
        for (int round = 0; round < 12; round++) {
            live();
            if (round % 4 == 1) correct();
            if (round % 4 == 2) move(round % 8 == 2);

            for (int look = 0; look < 4; look++) assertRight(day());
            assertRight(LocalDate.now());
            if (round % 3 == 2) {
                awaitKept();
                for (int look = 0; look < 4; look++) assertRight(day());
                assertRight(LocalDate.now());
                assertThat(keptDays()).isEqualTo(days());
            }
        }
        move(false);
    }

    @Test
    void announcingAllAgainChangesNothingOfWhatIsKept() {
        live();
        awaitKept();
        var before = jdbc.sql("select * from count_total where people <> 0 or lost <> 0 order by 1, 2, 3, 4, 5")
                .query()
                .listOfRows();

        assertThat(api.post("/v1/retellings").as(tokens.administrator()).send().status())
                .isEqualTo(202);

        awaitKept();
        assertThat(jdbc.sql("select * from count_total where people <> 0 or lost <> 0 order by 1, 2, 3, 4, 5")
                        .query()
                        .listOfRows())
                .isEqualTo(before);
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt((int) (TODAY.toEpochDay() - FIRST.toEpochDay())));
    }

    /** Things happen to some people, in any order, which the timeline makes the best of. */
    private void live() {
        var happenings = new ArrayList<Happening>();
        for (int i = 0; i < 60; i++) {
            var who = new MemberId(FILES + random.nextInt(40));
            var kind = KINDS[random.nextInt(KINDS.length)];
            happenings.add(
                    switch (kind) {
                        case ARRIVED -> Happening.arrived(who, unit(), day());
                        case CLASSED ->
                            Happening.classed(
                                    who, MemberClass.values()[random.nextInt(MemberClass.values().length)], day());
                        default -> Happening.of(who, kind, day());
                    });
        }
        transaction.executeWithoutResult(status -> standings.record(happenings, "account:1", Instant.now()));
    }

    private UnitId unit() {
        long[] units = {11111, 11112, 11113, 11121, 11211, 12111, 1111, 111};
        return new UnitId(units[random.nextInt(units.length)]);
    }

    /** Some of it was wrong. */
    private void correct() {
        var wrong = jdbc.sql("""
            select id, member_id from member_event e where member_id >= :files
               and not exists (select 1 from member_strike s where s.event_id = e.id) order by id desc limit 20\
            """).param("files", FILES).query().listOfRows();
        for (var event : wrong) {
            transaction.executeWithoutResult(status -> assertThat(standings.strike(
                            new MemberId((Long) event.get("member_id")),
                            (Long) event.get("id"),
                            "录入错误",
                            "account:1",
                            Instant.now()))
                    .isTrue());
        }
    }

    /** A township of the one city comes to be of the other one, with its village, or goes back. */
    private void move(boolean away) {
        String from = Province.path(away ? 1121 : 121) + (away ? "" : Province.segment(1121));
        String to = (away ? Province.path(121) + Province.segment(1121) : Province.path(1121));
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update unit set path = concat(:to, substring(path, :length + 1)) where path like :below")
                    .param("to", to)
                    .param("length", from.length())
                    .param("below", from + "%")
                    .update();
            jdbc.sql("update unit set parent_id = :parent where id = 1121")
                    .param("parent", away ? 121 : 112)
                    .update();
            jdbc.sql("""
                insert into due (kind, id, changed) select 'counts', id, true from unit where path like :below
                on duplicate key update changed = true\
                """).param("below", to + "%").update();
        });
    }

    private void awaitKept() {
        Awaitility.await()
                .until(
                        () -> jdbc.sql("select count(*) from due where kind = 'counts'")
                                .query(Integer.class)
                                .single(),
                        left -> left == 0);
    }

    /** Of all units above a village: as if it were counted person by person, and parts add up. */
    private void assertRight(LocalDate day) {
        for (long unit : new long[] {1, 11, 12, 111, 112, 121, 1111, 1121}) {
            var counts = counts(unit, day);
            assertThat(figures(counts.path("whole"))).as(unit + " on " + day).isEqualTo(expected(unit, day));
            var sum = new TreeMap<>(Map.of("lost", 0));
            for (var part : counts.path("parts"))
                figures(part).forEach((figure, people) -> sum.merge(figure, people, Integer::sum));
            assertThat(sum).as("parts of " + unit + " on " + day).isEqualTo(figures(counts.path("whole")));
        }
    }

    private JsonNode counts(long unit, LocalDate day) {
        return persons.get(Province.PROVINCE, "/v1/units/" + unit + "/counts?on=" + day)
                .json();
    }

    private static Map<String, Integer> figures(JsonNode figures) {
        var found = new TreeMap<String, Integer>();
        figures.path("statuses")
                .properties()
                .forEach(one -> found.put(one.getKey(), one.getValue().asInt()));
        figures.path("classes")
                .properties()
                .forEach(one -> found.put(one.getKey(), one.getValue().asInt()));
        found.put("lost", figures.path("lost").asInt());
        return found;
    }

    private Map<String, Integer> expected(long unit, LocalDate day) {
        var found = new TreeMap<String, Integer>();
        var rows = jdbc.sql("""
            select s.status, s.member_class, count(*) people, sum(s.lost) lost
              from standing s join unit u on u.id = s.unit_id join unit top on top.id = :unit
             where u.path like concat(top.path, '%') and :day between s.from_on and s.to_on
               and s.status in ('APPLICANT', 'ACTIVIST', 'OBJECT', 'PROBATIONARY', 'FULL', 'STOPPED')
             group by s.status, s.member_class\
            """).param("unit", unit).param("day", day).query().listOfRows();
        found.put("lost", 0);
        for (var row : rows) {
            int people = ((Number) row.get("people")).intValue();
            found.merge(row.get("status").toString(), people, Integer::sum);
            if (!row.get("status").equals("FULL") && !row.get("status").equals("PROBATIONARY")) continue;
            found.merge("lost", ((Number) row.get("lost")).intValue(), Integer::sum);
            if (row.get("member_class") != null)
                found.merge(row.get("member_class").toString(), people, Integer::sum);
        }
        return found;
    }

    /** People a day below the cities, as kept. */
    private List<Map<String, Object>> keptDays() {
        return jdbc.sql("""
            select path, first_on, status, member_class, people from count_total
             where span = 'DAY' and people <> 0 order by 1, 2, 3, 4\
            """).query().listOfRows();
    }

    private List<Map<String, Object>> days() {
        return jdbc.sql("""
            select substring(u.path, 1, 10) path, t.day first_on, t.status, t.member_class, sum(t.people) people
              from (select unit_id, from_on day, status, coalesce(member_class, '') member_class, 1 people from standing
                    union all
                    select unit_id, adddate(to_on, 1), status, coalesce(member_class, ''), -1 from standing
                     where to_on < '9999-12-31') t
              join unit u on u.id = t.unit_id
             where length(u.path) > 10
               and t.status in ('APPLICANT', 'ACTIVIST', 'OBJECT', 'PROBATIONARY', 'FULL', 'STOPPED')
             group by 1, 2, 3, 4 having sum(t.people) <> 0 order by 1, 2, 3, 4\
            """).query().listOfRows().stream()
                .peek(row -> row.put("people", ((Number) row.get("people")).intValue()))
                .toList();
    }
}
