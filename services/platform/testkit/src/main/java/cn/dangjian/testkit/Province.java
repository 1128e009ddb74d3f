package cn.dangjian.testkit;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A small tree in the service's directory; a unit's number tells its place: village 11122 lies in township 1112, county
 * 111, city 11, province 1.
 *
 * <pre>
 * 1 ─ 11 ─ 111 ─ 1111 ─ 11111 11112 11113
 *   │    │     └ 1112 ─ 11121 11122
 *   │    └ 112 ─ 1121 ─ 11211 11212
 *   └ 12 ─ 121 ─ 1211 ─ 12111
 * </pre>
 */
public class Province {

    public static final long PROVINCE = 1;
    public static final long CITY = 11;
    public static final long OTHER_CITY = 12;
    public static final long COUNTY = 111;
    public static final long SIBLING_COUNTY = 112;
    public static final long OTHER_COUNTY = 121;
    public static final long TOWNSHIP = 1111;
    public static final long SECOND_TOWNSHIP = 1112;
    public static final long SIBLING_TOWNSHIP = 1121;
    public static final long OTHER_TOWNSHIP = 1211;
    public static final long VILLAGE = 11111;
    public static final long SECOND_VILLAGE = 11112;
    public static final long THIRD_VILLAGE = 11113;
    public static final long OTHER_VILLAGE = 12111;

    /** An industry committee (行业党委) of {@link #CITY}, in the tree after {@link #settleLine()}. */
    public static final long LINE_COMMITTEE = 119;

    /** A township that {@link #LINE_COMMITTEE} supervises, with all below it. */
    public static final long LINE_TOWNSHIP = 1121;

    /** The first village below {@link #LINE_TOWNSHIP}. */
    public static final long LINE_VILLAGE = 11211;

    /** A village of {@link #COUNTY} that {@link #LINE_COMMITTEE} supervises; nobody above it is in a line. */
    public static final long LINE_LONE_VILLAGE = 11122;

    /** All villages of {@link #COUNTY}. */
    public static final List<Long> VILLAGES = List.of(11111L, 11112L, 11113L, 11121L, 11122L);

    private static final List<Long> ALL = List.of(
            1L, 11L, 12L, 111L, 112L, 121L, 1111L, 1112L, 1121L, 1211L, 11111L, 11112L, 11113L, 11121L, 11122L, 11211L,
            11212L, 12111L);
    private static final List<String> TIERS = List.of("PROVINCE", "CITY", "COUNTY", "TOWNSHIP", "VILLAGE");
    private static final List<String> KINDS = List.of(
            "PROVINCE_COMMITTEE", "CITY_COMMITTEE", "COUNTY_COMMITTEE", "TOWNSHIP_COMMITTEE", "VILLAGE_ORGANIZATION");

    private final JdbcTemplate jdbc;

    Province(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    /** Writes the tree into the directory, unless it is there. */
    public void settle() {
        var rows = new ArrayList<Object[]>();
        for (long unit : ALL) {
            int depth = String.valueOf(unit).length() - 1;
            rows.add(new Object[] {
                unit,
                depth == 0 ? null : unit / 10,
                code(unit),
                name(unit),
                TIERS.get(depth),
                KINDS.get(depth),
                unit % 2 == 0 ? "URBAN" : "RURAL",
                path(unit),
                1,
                Date.valueOf(LocalDate.of(2022, 1, 1))
            });
        }
        jdbc.batchUpdate("""
            insert ignore into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """, rows);
    }

    /** Writes the second hierarchy (条) into the directory: a committee of the city and whom it supervises. */
    public void settleLine() {
        jdbc.update("""
            insert ignore into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
            values (?, 11, ?, '行业', 'BRANCH', 'INDUSTRY_COMMITTEE', 'URBAN', ?, 1, '2022-01-01')\
            """, LINE_COMMITTEE, code(LINE_COMMITTEE), path(CITY) + segment(LINE_COMMITTEE));
        for (long unit : List.of(LINE_COMMITTEE, LINE_TOWNSHIP, LINE_VILLAGE, 11212L, LINE_LONE_VILLAGE))
            jdbc.update("update unit set line_path = ? where id = ?", linePath(unit), unit);
    }

    /** Where a unit stands in the line of {@link #LINE_COMMITTEE}. */
    public static String linePath(long unit) {
        String head = "+" + segment(LINE_COMMITTEE);
        if (unit == LINE_COMMITTEE) return head;
        if (unit == LINE_TOWNSHIP || unit == LINE_LONE_VILLAGE) return head + segment(unit);
        return head + segment(unit / 10) + segment(unit);
    }

    /** The path of a unit of this tree. */
    public static String path(long unit) {
        var path = new StringBuilder();
        String digits = String.valueOf(unit);
        for (int i = 1; i <= digits.length(); i++) path.append(segment(Long.parseLong(digits.substring(0, i))));
        return path.toString();
    }

    /** The five characters that a unit adds to its parent's path. */
    public static String segment(long unit) {
        String text = Long.toString(unit, 36).toLowerCase(Locale.ROOT);
        return "0".repeat(5 - text.length()) + text;
    }

    public static String code(long unit) {
        return "98" + unit;
    }

    public static String name(long unit) {
        return "示范" + unit;
    }

    /** A whole unit-changed event of a unit of this tree. */
    public static String changed(long unit, long version) {
        int depth = String.valueOf(unit).length() - 1;
        return """
            {"id":"%s","type":"organization.unit-changed.v1","key":"unit:%d","version":%d,\
            "occurredAt":"2026-01-01T00:00:00Z","subject":null,"data":{"id":%d,"parentId":%s,"code":"%s",\
            "name":"%s","tier":"%s","kind":"%s","domain":"%s","path":"%s","validFrom":"2022-01-01","validTo":null}}\
            """.formatted(
                        java.util.UUID.randomUUID(),
                        unit,
                        version,
                        unit,
                        depth == 0 ? "null" : String.valueOf(unit / 10),
                        code(unit),
                        name(unit),
                        TIERS.get(depth),
                        KINDS.get(depth),
                        unit % 2 == 0 ? "URBAN" : "RURAL",
                        path(unit));
    }
}
