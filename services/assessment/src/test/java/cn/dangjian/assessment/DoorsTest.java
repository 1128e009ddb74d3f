package cn.dangjian.assessment;

import static cn.dangjian.assessment.Scored.four;
import static cn.dangjian.assessment.Scored.scheme;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.DoorRules;
import cn.dangjian.testkit.Province;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DoorsTest extends DoorRules {

    @Autowired
    Province province;

    @Autowired
    Broker broker;

    @Autowired
    JdbcClient jdbc;

    private long scheme;
    private long appeal;
    private long mark;
    private long grading;
    private long showcase;
    private long consequence;
    private long appraisal;
    private long appraised;
    private long rectification;

    @Override
    protected void settle() {
        province.settle();
        var scored = new Scored(api, tokens, broker, jdbc);
        scheme = scored.draft(Province.COUNTY, scheme(2046, "VILLAGE", four()))
                .json()
                .path("id")
                .asLong();
        scored.adapted(Province.COUNTY);
        long village = scored.village(Province.TOWNSHIP);
        var filed = scored.post(
                village,
                "/v1/units/" + village + "/appeals",
                Map.of("day", Scored.TODAY.toString(), "words", "有误", "facts", List.of()));
        assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
        appeal = filed.json().path("id").asLong();
        jdbc.sql("""
            insert into given (unit_id, owner_id, year, code, version) values (:village, 111, 2046, 'SEEN', 1)\
            """).param("village", village).update();
        jdbc.sql("""
            insert into mark (given_id, source, day, sheets, points, words, subject, at)
            select id, 'ANNOUNCED', '2046-01-01', 1, 100, '看', 'account:1', utc_timestamp(6) from given
             where unit_id = :village\
            """).param("village", village).update();
        jdbc.sql("""
            insert into case_file (kind, unit_id, state, round, due_on, version, opened_at)
            values ('gradings', 111, 'PROPOSED', 1, '9999-12-31', 1, utc_timestamp(6))\
            """).update();
        grading = jdbc.sql("select max(id) from case_file where kind = 'gradings'")
                .query(Long.class)
                .single();
        jdbc.sql("""
            insert into case_file (kind, unit_id, state, round, due_on, version, opened_at)
            values ('consequences', 1111, 'PROPOSED', 1, '9999-12-31', 1, utc_timestamp(6))\
            """).update();
        consequence = jdbc.sql("select max(id) from case_file where kind = 'consequences'")
                .query(Long.class)
                .single();
        jdbc.sql("""
            insert into consequence (id, unit_id, owner_id, year, ground, source) values (:id, 1111, 111, 2046, 'FAILED', '虚')\
            """).param("id", consequence).update();
        jdbc.sql("""
            insert into grading (id, scheme_id, unit_id, year, scale, document) values (:id, :scheme, 111, 2046, 'GRADES', '虚')\
            """).param("id", grading).param("scheme", scheme).update();
        jdbc.sql("""
            insert into showcase (unit_id, owner_id, county_id, year, grading_id, graded_year, document, reason, named_on,
                                  subject, at, version)
            values (:village, 111, 111, 2046, :grading, 2046, '虚', '虚', '2046-02-01', 'account:1', utc_timestamp(6), 1)\
            """).param("village", village).param("grading", grading).update();
        showcase = jdbc.sql("select max(id) from showcase").query(Long.class).single();
        mark = jdbc.sql("select max(id) from mark").query(Long.class).single();
        appraise();
    }

    private void appraise() {
        jdbc.sql("""
            insert into case_file (kind, unit_id, state, round, due_on, version, opened_at)
            values ('appraisals', 111, 'VOTING', 1, '9999-12-31', 1, utc_timestamp(6))\
            """).update();
        appraisal = jdbc.sql("select max(id) from case_file where kind = 'appraisals' and unit_id = 111")
                .query(Long.class)
                .single();
        jdbc.sql("""
            insert into appraisal (id, unit_id, year, objects, title, mode, reports_from, reports_until, vote_from, vote_until,
                                   cut, below_least)
            values (:id, 111, :year, 'TOWNSHIPS', '虚', 'ORAL', '2046-01-01', '2046-01-01', '2046-01-01', '2046-01-01', 0, 5)\
            """)
                .param("id", appraisal)
                .param(
                        "year",
                        2046
                                + jdbc.sql("select count(*) from appraisal where unit_id = 111")
                                        .query(Integer.class)
                                        .single())
                .update();
        jdbc.sql("insert into appraised (appraisal_id, unit_id, mode) values (:id, 1111, 'ORAL')")
                .param("id", appraisal)
                .update();
        appraised = jdbc.sql("select max(id) from appraised").query(Long.class).single();
        jdbc.sql("""
            insert into rectification (appraised_id, problem, measure, due_on, withdrawn, subject, at)
            values (:id, '虚', '虚', '2046-02-01', false, 'account:1', utc_timestamp(6))\
            """).param("id", appraised).update();
        rectification =
                jdbc.sql("select max(id) from rectification").query(Long.class).single();
    }

    @Override
    protected long thing(String path) {
        if (path.startsWith("/v1/appeals/")) return appeal;
        if (path.startsWith("/v1/marks/")) return mark;
        if (path.startsWith("/v1/appraisals/")) return appraisal;
        if (path.startsWith("/v1/appraised-units/")) return appraised;
        if (path.startsWith("/v1/rectifications/")) return rectification;
        if (path.startsWith("/v1/gradings/")) return grading;
        if (path.startsWith("/v1/showcases/")) return showcase;
        if (path.startsWith("/v1/consequences/")) return consequence;
        return path.startsWith("/v1/schemes/") ? scheme : Province.VILLAGE;
    }
}
