package cn.dangjian.member.sheets.imports;

import static java.util.stream.Collectors.groupingBy;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.Wording;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** Reads {@code unit} by the codes that people use. */
@Repository
class UnitQueries {

    private final Rows rows;

    UnitQueries(Rows rows) {
        this.rows = rows;
    }

    record Found(String code, UnitId id, Tier tier, String kind) {}

    /** Units that exist and that the sender sees, by code. */
    Map<String, List<Found>> coded(Collection<String> codes, Scope scope) {
        if (codes.isEmpty()) return Map.of();
        return rows
                .sql("""
                    select u.code, u.id, u.tier, u.kind from unit u
                     where {scope u} and u.code in (:codes) and u.valid_to is null
                       and u.kind <> 'DIVISION_GROUP'\
                    """)
                .in(scope)
                .with("codes", Wording.inBothCases(codes))
                .list((row, number) -> new Found(
                        row.getString("code"),
                        new UnitId(row.getLong("id")),
                        Tier.valueOf(row.getString("tier")),
                        row.getString("kind")))
                .stream()
                .collect(groupingBy(unit -> unit.code().toUpperCase(Locale.ROOT)));
    }
}
