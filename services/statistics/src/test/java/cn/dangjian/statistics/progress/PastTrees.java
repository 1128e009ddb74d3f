package cn.dangjian.statistics.progress;

import static org.awaitility.Awaitility.await;

import cn.dangjian.statistics.Said;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Province;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A province that has changed since a task went down to four villages, fifteen days ago. Township 7011 moved from county
 * 7010 to county 7020 ten days ago; village 7122 was merged into 7121 five days ago, and that into 7123 two days ago.
 *
 * <pre>
 * 7000 ─ 7001 ─ 7010 ─ (7011) 7012 ─ 7121 7122 7123
 *             ├ 7020 ─ 7011 ─ 7111 7112
 *             └ 7030
 * </pre>
 */
final class PastTrees {

    static final long CITY = 7001;
    static final long COUNTY = 7010;
    static final long NEW_COUNTY = 7020;
    static final long OTHER_COUNTY = 7030;
    static final long MOVED_TOWNSHIP = 7011;
    static final long TOWNSHIP = 7012;
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    static final LocalDate ISSUED = TODAY.minusDays(15);
    static final LocalDate MOVED = TODAY.minusDays(10);
    static final LocalDate MERGED = TODAY.minusDays(5);
    static final LocalDate MERGED_AGAIN = TODAY.minusDays(2);

    private final Broker broker;
    private final JdbcTemplate jdbc;

    PastTrees(Broker broker, JdbcTemplate jdbc) {
        this.broker = broker;
        this.jdbc = jdbc;
    }

    /** Tells the whole tree as it is now, and what it was. */
    void settle() {
        broker.send(
                unit(7000, 0, "PROVINCE", 1, path(7000), "null", "null", null),
                unit(CITY, 7000, "CITY", 1, path(7000, CITY), "null", "null", null),
                county(COUNTY),
                county(NEW_COUNTY),
                county(OTHER_COUNTY),
                unit(TOWNSHIP, COUNTY, "TOWNSHIP", 1, below(COUNTY, TOWNSHIP), "null", "null", null),
                moved(MOVED_TOWNSHIP, NEW_COUNTY, "TOWNSHIP"),
                moved(7111, MOVED_TOWNSHIP, "VILLAGE", MOVED_TOWNSHIP),
                moved(7112, MOVED_TOWNSHIP, "VILLAGE", MOVED_TOWNSHIP),
                merged(7122, 7121, MERGED),
                merged(7121, 7123, MERGED_AGAIN),
                unit(7123, TOWNSHIP, "VILLAGE", 1, below(COUNTY, TOWNSHIP, 7123), "null", "null", null));
        await().atMost(Duration.ofSeconds(30)).until(() -> count("unit where id between 7000 and 7200") == 12);
        await().atMost(Duration.ofSeconds(30)).until(() -> count("unit_past where unit between 7000 and 7200") == 5);
    }

    private int count(String what) {
        Integer rows = jdbc.queryForObject("select count(*) from " + what, Integer.class);
        return rows == null ? 0 : rows;
    }

    /** The task, to the four villages that there were. */
    static List<String> task(long dispatch) {
        return List.of(
                Said.dispatched(dispatch, CITY, Dispatches.LATER, 4)
                        .replace("2026-11-20T09:05:00Z", ISSUED + "T01:00:00Z"),
                Said.addressed(dispatch, 1, List.of(7111L, 7112L, 7121L, 7122L)),
                Said.changed(dispatch, 7122, 2, "SIGNED"));
    }

    /** A correction: the township was never anywhere else. */
    static String neverMoved(long version) {
        return unit(
                MOVED_TOWNSHIP,
                NEW_COUNTY,
                "TOWNSHIP",
                version,
                below(NEW_COUNTY, MOVED_TOWNSHIP),
                "null",
                "null",
                null);
    }

    private static String county(long unit) {
        return unit(unit, CITY, "COUNTY", 1, below(unit), "null", "null", null);
    }

    private static String moved(long unit, long parent, String tier, long... above) {
        var last = Arrays.copyOf(above, above.length + 1);
        last[above.length] = unit;
        var places = "[{\"from\":\"2022-01-01\",\"path\":\"%s\"},{\"from\":\"%s\",\"path\":\"%s\"}]"
                .formatted(below(COUNTY, last), MOVED, below(NEW_COUNTY, last));
        return unit(unit, parent, tier, 3, below(NEW_COUNTY, last), places, "null", null);
    }

    private static String merged(long unit, long heir, LocalDate day) {
        var taken = "{\"unit\":%d,\"from\":\"%s\"}".formatted(heir, day);
        return unit(unit, TOWNSHIP, "VILLAGE", 2, below(COUNTY, TOWNSHIP, unit), "null", taken, day);
    }

    private static String below(long county, long... units) {
        return path(7000, CITY, county) + path(units);
    }

    private static String path(long... units) {
        return Arrays.stream(units).mapToObj(Province::segment).collect(Collectors.joining());
    }

    private static String unit(
            long unit,
            long parent,
            String tier,
            long version,
            String path,
            String places,
            String heir,
            @Nullable LocalDate end) {
        return """
            {"id":"%s","type":"organization.unit-changed.v1","key":"unit:%d","version":%d,\
            "occurredAt":"2026-01-01T00:00:00Z","subject":null,"data":{"id":%d,"parentId":%s,"code":"99%d",\
            "name":"虚构%d","tier":"%s","kind":"VILLAGE_ORGANIZATION","domain":"RURAL","path":"%s",\
            "validFrom":"2022-01-01","validTo":%s,"places":%s,"heir":%s}}\
            """.formatted(
                        UUID.randomUUID(),
                        unit,
                        version,
                        unit,
                        parent == 0 ? "null" : String.valueOf(parent),
                        unit,
                        unit,
                        tier,
                        path,
                        end == null ? "null" : "\"" + end + "\"",
                        places,
                        heir);
    }
}
