package cn.dangjian.organization.tree.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One open thing of every room, hung on a unit, and what of them belongs to units that are not there. */
final class Hung {

    /** What is open on the day on which its unit is not there any more: of each thing one query. */
    private static final Map<String, String> OPEN = new LinkedHashMap<>();

    static {
        open("register_state s", "s.place_id", "s.valid_from", "s.valid_to");
        open("register_link s", "s.party_unit_id", "s.valid_from", "s.valid_to");
        open("grid_place s", "s.community_id", "s.valid_from", "s.valid_to");
        open("grid_link s", "s.party_unit_id", "s.valid_from", "s.valid_to");
        open("chain s", "s.keeper_id", "s.opened_on", "s.valid_to");
        open("chain_party s", "s.party_unit_id", "s.valid_from", "s.valid_to");
        open("team_session s", "s.unit_id", "s.started_on", "s.ended_on");
        open("team_seat s", "s.unit_id", "s.from_on", "s.to_on");
        open("party_staff s", "s.unit_id", "s.from_on", "s.to_on");
        open("first_secretary s", "s.unit_id", "s.from_on", "s.ended_on");
        open("work_team s", "s.unit_id", "s.from_on", "s.ended_on");
        open("personal_matter_reader s", "s.unit_id", "s.since", "s.until");
        open("reserve_cadre s", "s.unit_id", "s.nominated_on", "s.left_on");
        open("contact_link s", "s.unit_id", "s.from_day", "s.to_day + interval 1 day");
        open("joint_body s", "s.unit_id", "s.target_on", "s.ended_on");
        open("election s", "s.unit_id", "s.held_on", "if(s.session_id is null, s.closed_on, u.valid_to)");
        open("venue s", "s.unit_id", "u.valid_to", "null");
        open("case_file s", "s.unit_id", "u.valid_to", "if(s.closed_at is null, null, u.valid_to)");
        open("case_file s", "s.other_unit_id", "u.valid_to", "if(s.closed_at is null, null, u.valid_to)");
        open("unit_change s", "s.subject_id", "u.valid_to", "if(s.state = 'PROPOSED', null, u.valid_to)");
    }

    private final JdbcClient jdbc;
    private final LocalDate since;
    private long number;

    /** @param since when everything began */
    Hung(JdbcClient jdbc, LocalDate since, long number) {
        this.jdbc = jdbc;
        this.since = since;
        this.number = number;
    }

    /** Of a span of no days nothing is open. */
    private static void open(String table, String unit, String begin, String end) {
        OPEN.put(
                table + " by " + unit,
                "select count(*) from " + table + " join unit u on u.id = " + unit
                        + " where u.valid_to is not null and coalesce(" + end
                        + ", '9999-12-31') > greatest(u.valid_to, "
                        + begin + ")");
    }

    void assertThatNothingOpenIsAtUnitsThatAreGone() {
        OPEN.forEach((thing, sql) -> assertThat(jdbc.sql(sql).query(Long.class).single())
                .as("open things of units that are gone: " + thing)
                .isZero());
    }

    long next() {
        return ++number;
    }

    long count(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Long.class).single();
    }

    /** A register unit that lies at the unit and is covered by it, with its id. */
    long registered(long unit) {
        long id = next();
        insert("insert into register_unit (id, registered_on, version) values (?, ?, 1)", id, since);
        insert("""
            insert into register_state (register_id, valid_from, valid_to, place_id, name, type, employees, members,
                                        subject, at)
            values (?, ?, '9999-12-31', ?, ?, 'PRIVATE', 10, 3, 'account:1', now(6))\
            """, id, since, unit, "虚构企业" + id);
        insert("""
            insert into register_link (register_id, role, party_unit_id, founding, valid_from, valid_to, subject, at)
            values (?, 'COVER', ?, 'SINGLE', ?, '9999-12-31', 'account:1', now(6))\
            """, id, unit, since);
        return id;
    }

    /** A chain that a unit keeps, led by a register unit of its own, with a Party unit that leads Party work on it. */
    long chain(long keeper, long company, long party) {
        long id = next();
        insert("""
            insert into chain (id, keeper_id, code, opened_on, valid_to, version, subject, at)
            values (?, ?, ?, ?, '9999-12-31', 1, 'account:1', now(6))\
            """, id, keeper, "H" + id, since);
        insert("""
            insert into chain_state (chain_id, valid_from, valid_to, name, leader_id, subject, at)
            values (?, ?, '9999-12-31', '虚构链', ?, 'account:1', now(6))\
            """, id, since, company);
        insert("""
            insert into chain_link (chain_id, register_id, valid_from, valid_to, subject, at)
            values (?, ?, ?, '9999-12-31', 'account:1', now(6))\
            """, id, company, since);
        insert("""
            insert into chain_party (chain_id, party_unit_id, valid_from, valid_to, subject, at)
            values (?, ?, ?, '9999-12-31', 'account:1', now(6))\
            """, id, party, since);
        return id;
    }

    /** Another Party unit leads Party work on a chain from a day on. */
    void ledBy(long chain, long party, LocalDate day) {
        jdbc.sql("update chain_party set valid_to = ? where chain_id = ? and valid_to = '9999-12-31'")
                .params(day, chain)
                .update();
        insert("""
            insert into chain_party (chain_id, party_unit_id, valid_from, valid_to, subject, at)
            values (?, ?, ?, '9999-12-31', 'account:1', now(6))\
            """, chain, party, day);
    }

    /** 归口: a committee of a line looks after a register unit. */
    void lookedAfter(long company, long committee) {
        insert("""
            insert into register_link (register_id, role, party_unit_id, valid_from, valid_to, subject, at)
            values (?, 'LINE', ?, ?, '9999-12-31', 'account:1', now(6))\
            """, company, committee, since);
    }

    /** A grid with a household in it, for which the unit itself stands. */
    void grid(long unit) {
        long grid = next();
        long household = next();
        for (long id : new long[] {grid, household}) {
            insert("""
                insert into grid_place (id, community_id, parent_id, kind, name, valid_from, valid_to, version, subject,
                                        at)
                values (?, ?, ?, ?, '虚构网格', ?, '9999-12-31', 1, 'account:1', now(6))\
                """, id, unit, id == grid ? null : grid, id == grid ? "GRID" : "HOUSEHOLD", since);
        }
        insert("""
            insert into grid_link (place_id, party_unit_id, valid_from, valid_to, subject, at)
            values (?, ?, ?, '9999-12-31', 'account:1', now(6))\
            """, grid, unit, since);
        insert("""
            insert into grid_volunteer (place_id, name, valid_from, valid_to, subject, at)
            values (?, '虚构人', ?, '9999-12-31', 'account:1', now(6))\
            """, household, since);
    }

    /** A term with one seat. */
    void team(long unit) {
        long id = next();
        insert("""
            insert into team_session (id, unit_id, number, started_on, term_years, due_on, document, version)
            values (?, ?, ?, ?, 5, ?, '虚组〔2026〕3号', 1)\
            """, id, unit, 1 + id % 900, since, since.plusYears(5));
        insert("insert into team_person (id, unit_id, name) values (?, ?, '虚构书记')", id, unit);
        insert("""
            insert into team_seat (id, unit_id, session_id, post, person_id, from_on, full_time, version)
            values (?, ?, ?, 'SECRETARY', ?, ?, true, 1)\
            """, id, unit, id, id, since);
    }

    void people(long unit) {
        insert("""
            insert into election (unit_id, number, held_on, meeting, scattered, members, full_members, suspended,
                                  present, ballots, recorded_by, recorded_at, version)
            values (?, 2, ?, 'MEMBERS', false, 9, 9, 0, 9, 9, 'account:1', now(6), 1)\
            """, unit, since);
        insert("""
            insert into first_secretary (unit_id, name, sending_unit, from_on, until_on, document, version)
            values (?, '虚构一', '虚构单位', ?, ?, '虚组〔2026〕4号', 1)\
            """, unit, since, since.plusYears(2));
        insert("""
            insert into work_team (unit_id, sending_unit, from_on, document, version)
            values (?, '虚构单位', ?, '虚组〔2026〕5号', 1)\
            """, unit, since);
        insert("""
            insert into reserve_cadre (unit_id, name, mentor, nominated_on, subject, version)
            values (?, '虚构后备', '虚构师', ?, 'account:1', 1)\
            """, unit, since);
        insert("""
            insert into party_staff (unit_id, type, name, full_time, from_on, version)
            values (?, 'OFFICER', '虚构专干', true, ?, 1)\
            """, unit, since);
    }

    /** An official of an office, and the unit as his contact point. */
    long contact(long office, long unit) {
        long id = next();
        insert("""
            insert into contact_leader (id, unit_id, name, duty, subject, at)
            values (?, ?, '虚构领导', '副书记', 'account:1', now(6))\
            """, id, office);
        linked(id, unit);
        return id;
    }

    void linked(long leader, long unit) {
        insert("""
            insert into contact_link (leader_id, unit_id, kind, from_day, version) values (?, ?, 'POINT', ?, 1)\
            """, leader, unit, since);
    }

    void field(long unit) {
        insert("insert into venue (unit_id, name, version) values (?, '虚构阵地', 1)", unit);
        insert("insert into joint_body (unit_id, target_on, version) values (?, ?, 1)", unit, since);
    }

    /** An open case of a kind; its id. */
    long opened(String kind, String state, long unit, Long other) {
        long id = next();
        insert("""
            insert into case_file (kind, id, unit_id, other_unit_id, state, round, due_on, opened_at, version)
            values (?, ?, ?, ?, ?, 1, '9999-12-31', now(6), 1)\
            """, kind, id, unit, other, state);
        return id;
    }

    /** A weak case of a screening of this county. */
    long weak(long county, long unit, String type) {
        long id = opened("weak-cases", "SCREENED", unit, null);
        insert("""
            insert into weak_batch (id, county_id, year, document, screen_from, screen_to, subject, at)
            values (?, ?, ?, '虚组〔2026〕7号', ?, ?, 'account:1', now(6))\
            """, id, county, 1000 + id % 30000, since, since.plusDays(5));
        insert("insert into weak_case (id, batch_id, unit_id) values (?, ?, ?)", id, id, unit);
        insert("insert into weak_problem (case_id, type) values (?, ?)", id, type);
        return id;
    }

    /** A candidate that assessment has proposed. */
    long candidate(long unit) {
        long id = opened("weak-candidates", "LISTED", unit, null);
        insert("""
            insert into weak_candidate (id, unit_id, year, stars, grading, owner, document)
            values (?, ?, 2025, 1, ?, ?, '虚考1号')\
            """, id, unit, id, unit);
        return id;
    }

    private void insert(String sql, Object... params) {
        var statement = jdbc.sql(sql);
        for (Object param : params) statement = statement.param(param);
        statement.update();
    }
}
