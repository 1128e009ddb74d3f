package cn.dangjian.organization.register.venue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.application.Clerks;
import cn.dangjian.testkit.Api;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A province without venues, and what its clerks do about them. */
abstract class VenueFixture extends Clerks {

    static final String COUNTY = "0101";
    static final String TOWN = "0101100";
    static final String VILLAGE = "0101100201";

    VenueFixture() {
        super("85", List.of("venue_project", "venue_photo", "venue_flag", "venue_report", "venue", "venue_tag"));
    }

    static Map<String, Object> facts(String area, LocalDate day, String... flags) {
        return Map.of(
                "day",
                day.toString(),
                "area",
                new BigDecimal(area),
                "address",
                "村部",
                "flags",
                List.of(flags),
                "photos",
                List.of("a1b2"));
    }

    Api.Answer report(String who, Map<String, Object> facts) {
        return post(who, "/v1/venues", Map.of("name", "党群服务中心", "facts", facts));
    }

    long reported(String village, String... flags) {
        var answer = report(village, facts("120.50", TODAY, flags));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    long tag(String county, String tag) {
        var answer = post(
                county,
                "/v1/venue-tags",
                Map.of("tag", tag, "title", "统一标识", "document", "虚组〔2026〕3号", "since", "2026-01-01"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    Api.Answer verify(String who, long id) {
        return post(who, "/v1/venues/" + id + "/verification", Map.of());
    }

    Api.Answer project(String who, long id, String cost, int first, int last) {
        return post(
                who,
                "/v1/venues/" + id + "/projects",
                Map.of(
                        "kind",
                        "REPAIR",
                        "title",
                        "修缮屋顶",
                        "from",
                        TODAY.plusDays(first).toString(),
                        "to",
                        TODAY.plusDays(last).toString(),
                        "cost",
                        cost));
    }

    int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
