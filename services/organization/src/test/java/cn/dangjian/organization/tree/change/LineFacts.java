package cn.dangjian.organization.tree.change;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** One fact of every room at a unit, as if people had entered it there on the first day of the year. */
class LineFacts {

    static final LocalDate DAY = LocalDate.of(Changes.TODAY.getYear(), 1, 2);

    private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;

    LineFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A branch of two members is advised to join another one. */
    void members(long unit) {
        jdbc.sql("""
            insert into member_count (unit_id, full_members, probationary, retired, version) values (?, 2, 0, 0, 1)\
            """).param(unit).update();
        jdbc.sql("insert into rollup_stale (unit_id) values (?)").param(unit).update();
    }

    void weakCase(long unit, long county) {
        jdbc.sql("""
            insert ignore into weak_batch (county_id, year, document, screen_from, screen_to, subject, at)
            values (?, ?, '虚组〔2026〕1号', ?, ?, 'nobody', now())\
            """).params(county, DAY.getYear(), DAY, DAY).update();
        long id = openCase("weak-cases", unit, "SCREENED");
        jdbc.sql("""
            insert into weak_case (id, batch_id, unit_id)
            select ?, id, ? from weak_batch where county_id = ? and year = ?\
            """).params(id, unit, county, DAY.getYear()).update();
        jdbc.sql("insert into weak_problem (case_id, type) values (?, 'NO_SECRETARY')")
                .param(id)
                .update();
    }

    void staff(long unit) {
        insert("""
            insert into party_staff (unit_id, type, name, full_time, from_on, version)
            values (?, 'ORGANIZER', '虚构', true, ?, 1)\
            """, unit, DAY);
    }

    long venue(long unit, int area) {
        long venue = insert("insert into venue (unit_id, name, version) values (?, '虚构阵地', 1)", unit);
        insert("""
            insert into venue_report (venue_id, day, area, address, reported_by, reported_at, verdict, judged_by, judged_on)
            values (?, ?, ?, '虚构路', 1, now(), 'VERIFIED', 2, ?)\
            """, venue, DAY, area, DAY);
        insert("""
            insert into venue_project (venue_id, kind, title, from_day, cost_fen, reported_by, reported_at, verdict)
            values (?, 'BUILD', '虚构', ?, 100, 1, now(), 'VERIFIED')\
            """, venue, DAY);
        return venue;
    }

    long leader(long office) {
        return insert("""
            insert into contact_leader (unit_id, name, duty, subject, at) values (?, '虚构', '副书记', 'nobody', now())\
            """, office);
    }

    long contact(long leader, long unit, String kind) {
        insert("""
            insert into contact_link (leader_id, unit_id, kind, from_day, version) values (?, ?, ?, ?, 1)\
            """, leader, unit, kind, DAY);
        return insert("""
            insert into contact_visit (leader_id, unit_id, day, halves, found, subject, at)
            values (?, ?, ?, 2, '虚构', 'nobody', now())\
            """, leader, unit, DAY);
    }

    long firstSecretary(long village) {
        return insert("""
            insert into first_secretary (unit_id, name, sending_unit, from_on, until_on, document, version)
            values (?, '虚构', '虚构局', ?, ?, '虚组〔2026〕1号', 1)\
            """, village, DAY, DAY.plusYears(2));
    }

    long workTeam(long village) {
        return insert("""
            insert into work_team (unit_id, sending_unit, from_on, document, version)
            values (?, '虚构局', ?, '虚组〔2026〕1号', 1)\
            """, village, DAY);
    }

    long household(long community) {
        long place = insert("""
            insert into grid_place (community_id, kind, name, valid_from, valid_to, version, subject, at)
            values (?, 'HOUSEHOLD', '虚构', ?, ?, 1, 'nobody', now())\
            """, community, DAY, OPEN);
        insert("""
            insert into grid_volunteer (place_id, name, valid_from, valid_to, subject, at)
            values (?, '虚构', ?, ?, 'nobody', now())\
            """, place, DAY, OPEN);
        jdbc.sql("insert into rollup_stale (unit_id) values (?)")
                .param(community)
                .update();
        return place;
    }

    void end(long unit) {
        jdbc.sql("insert ignore into unit_until (unit_id, until) values (?, ?)")
                .params(unit, Changes.TODAY.plusYears(1))
                .update();
    }

    long filing(long village) {
        long id = openCase("filings", village, "IN_REVIEW");
        jdbc.sql("insert into secretary_filing (id, name) values (?, '虚构')")
                .param(id)
                .update();
        return id;
    }

    long cadre(long village) {
        insert("""
            insert into secretary_adjustment (unit_id, name, adjusted_on, document, subject, at)
            values (?, '虚构', ?, '虚组〔2026〕1号', 'nobody', now())\
            """, village, DAY);
        return insert("""
            insert into reserve_cadre (unit_id, name, mentor, nominated_on, subject, version)
            values (?, '虚构', '虚构', ?, 'nobody', 1)\
            """, village, DAY);
    }

    long election(long unit) {
        long id = insert("""
            insert into election (unit_id, number, held_on, meeting, scattered, members, full_members, suspended,
                                  present, ballots, recorded_by, recorded_at, version)
            values (?, 1, ?, 'MEMBERS', false, 5, 5, 0, 5, 5, 'nobody', now(), 1)\
            """, unit, DAY);
        jdbc.sql("insert into election_post (election_id, post, seats) values (?, 'SECRETARY', 1)")
                .param(id)
                .update();
        return id;
    }

    /** A need of the community and a resource of the provider, matched. */
    long project(long community, long provider) {
        long need = insert("""
            insert into cobuild_need (unit_id, title, text, raised_by, raised_on) values (?, '虚构', '虚构', '虚构', ?)\
            """, community, DAY);
        long resource = insert("""
            insert into cobuild_resource (unit_id, provider_id, title, text, offered_on) values (?, ?, '虚构', '虚构', ?)\
            """, community, provider, DAY);
        long id = openCase("cobuilding-projects", community, "MATCHED");
        jdbc.sql("update case_file set other_unit_id = ? where id = ?")
                .params(provider, id)
                .update();
        jdbc.sql("insert into cobuild_project (id, need_id, resource_id, matched_on) values (?, ?, ?, ?)")
                .params(id, need, resource, DAY)
                .update();
        return id;
    }

    /** A chain of a keeper with one unit on it, led by a Party unit. */
    long chain(long keeper, long village, long party) {
        long chain = insert("""
            insert into chain (keeper_id, code, opened_on, valid_to, version, subject, at)
            select ?, concat('C', coalesce(max(id), 0)), ?, ?, 1, 'nobody', now() from chain\
            """, keeper, DAY, OPEN);
        insert("""
            insert into chain_state (chain_id, valid_from, valid_to, name, subject, at)
            values (?, ?, ?, '虚构产业链', 'nobody', now())\
            """, chain, DAY, OPEN);
        insert("""
            insert into chain_party (chain_id, party_unit_id, valid_from, valid_to, subject, at)
            values (?, ?, ?, ?, 'nobody', now())\
            """, chain, party, DAY, OPEN);
        long unit = insert("insert into register_unit (registered_on, version) values (?, 1)", DAY);
        insert("""
            insert into register_state (register_id, valid_from, valid_to, place_id, name, type, employees, members,
                                        subject, at)
            values (?, ?, ?, ?, '虚构企业', 'PRIVATE_ENTERPRISE', 9, 2, 'nobody', now())\
            """, unit, DAY, OPEN, village);
        insert("""
            insert into chain_link (chain_id, register_id, valid_from, valid_to, subject, at)
            values (?, ?, ?, ?, 'nobody', now())\
            """, chain, unit, DAY, OPEN);
        return chain;
    }

    /**
     * No committee may supervise a village (rules/kinds.csv), but all that is below one that heads a line is in it: this
     * one lies as villages do where a street or a zone heads a line.
     */
    void standsIn(long village, long committee) {
        jdbc.sql("""
            update unit v join unit c on c.id = :committee set v.line_path = concat(c.line_path, right(v.path, 5))
             where v.id = :village\
            """).param("committee", committee).param("village", village).update();
    }

    private long openCase(String kind, long unit, String state) {
        return insert("""
            insert into case_file (kind, unit_id, state, round, due_on, opened_at, version)
            values (?, ?, ?, 1, ?, now(), 1)\
            """, kind, unit, state, OPEN);
    }

    private long insert(String sql, Object... values) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql(sql).params(List.of(values)).update(keys);
        var key = keys.getKey();
        return key == null ? 0 : key.longValue();
    }
}
