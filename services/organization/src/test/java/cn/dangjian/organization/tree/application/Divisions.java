package cn.dangjian.organization.tree.application;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A small fictitious province, imported as an operator would; each test class has a province code of its own.
 *
 * <pre>
 * PP ─ PP01 ─ PP0101 ─ PP0101001 ─ PP0101001001
 *    │      │        └ PP0101100 ─ PP0101100201 PP0101100202 PP0101100203
 *    │      └ PP0121 ─ PP0121200 ─ PP0121200201 PP0121200202
 *    └ PP02 ─ PP0201 ─ PP0201100 ─ PP0201100201
 * </pre>
 */
public final class Divisions {

    private static final List<String> CITIES = List.of("01", "02");
    private static final List<String> AREAS = List.of("0101", "0121", "0201");
    private static final List<String> STREETS = List.of("0101001", "0101100", "0121200", "0201100");
    private static final List<String> VILLAGES =
            List.of("0101001001", "0101100201", "0101100202", "0101100203", "0121200201", "0121200202", "0201100201");

    private final String province;
    private final Uploads uploads;
    private final JdbcClient jdbc;

    public Divisions(String province, Api api, Tokens tokens, JdbcClient jdbc) {
        this.province = province;
        this.uploads = new Uploads(api, tokens);
        this.jdbc = jdbc;
    }

    /** Imports the province, unless it is there. */
    public void settle() {
        boolean there = jdbc.sql("select count(*) from unit where code = :code")
                        .param("code", province)
                        .query(Integer.class)
                        .single()
                > 0;
        if (there) return;
        long id = uploads.open(province, "虚构省" + province);
        uploads.upload(id, "cities.csv", rows(Uploads.CITIES, CITIES, "市", 0));
        uploads.upload(id, "areas.csv", rows(Uploads.AREAS, AREAS, "县", 4));
        uploads.upload(id, "streets.csv", rows(Uploads.STREETS, STREETS, "镇", 6));
        uploads.upload(id, "villages.csv", rows(Uploads.VILLAGES, VILLAGES, "村", 9));
        uploads.applied(id);
    }

    /** As if the divisions had been imported on another day. */
    public void importedOn(LocalDate day) {
        for (var table : List.of("unit_period", "unit_place"))
            jdbc.sql("update " + table + " p join unit u on u.id = p.unit_id set p.valid_from = :day"
                            + " where u.code like :province and u.tier <> 'BRANCH'")
                    .param("day", day)
                    .param("province", province + "%")
                    .update();
    }

    /** As if the divisions had existed since another day; nobody is told. */
    public void existSince(LocalDate day) {
        jdbc.sql("update unit set valid_from = :day where code like :province and tier <> 'BRANCH'")
                .param("day", day)
                .param("province", province + "%")
                .update();
    }

    /** The id of the unit whose code is the province's and this. */
    public long unit(String rest) {
        return jdbc.sql("select id from unit where code = :code and valid_to is null")
                .param("code", province + rest)
                .query(Long.class)
                .single();
    }

    public String code(String rest) {
        return province + rest;
    }

    private String rows(String header, List<String> codes, String ending, int parentDigits) {
        var text = new StringBuilder(header);
        for (String rest : codes) {
            String code = province + rest;
            text.append(code).append(",示范").append(rest).append(ending);
            for (int digits : ancestors(code.length(), parentDigits)) {
                text.append(',').append(code, 0, digits);
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** In the order of each file's columns: the parent first, then from the province down. */
    private static List<Integer> ancestors(int digits, int parent) {
        return switch (digits) {
            case 4 -> List.of(2);
            case 6 -> List.of(parent, 2);
            case 9 -> List.of(parent, 2, 4);
            default -> List.of(parent, 2, 4, 6);
        };
    }
}
