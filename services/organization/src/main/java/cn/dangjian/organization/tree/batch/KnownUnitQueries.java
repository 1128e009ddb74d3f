package cn.dangjian.organization.tree.batch;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.platform.web.Wording;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What there is already of the units of a list. */
@Repository
class KnownUnitQueries {

    private final JdbcClient jdbc;

    KnownUnitQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The units of these codes that exist. */
    Map<String, UnitId> listParents(Collection<String> codes, Scope scope) {
        if (codes.isEmpty()) return Map.of();
        var found = new HashMap<String, UnitId>();
        jdbc.sql("select code, id from unit where code in (:codes) and valid_to is null and path between :from and :to")
                .param("codes", Wording.inBothCases(codes))
                .param("from", scope.from())
                .param("to", scope.to())
                .query((RowCallbackHandler)
                        row -> found.put(row.getString(1).toUpperCase(Locale.ROOT), new UnitId(row.getLong(2))));
        return found;
    }

    /** A unit that exists. */
    record There(
            String code,
            String name,
            String kind,
            @Nullable String parentCode,
            @Nullable LocalDate until) {

        /** The column in which a line says something else; null if it says the same. */
        @Nullable
        String differs(ProposeAll.Line line) {
            var said = line.unit();
            if (!name.equals(said.name())) return "name";
            if (said.kind() != null && !kind.equals(said.kind())) return "kind";
            if (!code(line.parentCode()).equalsIgnoreCase(code(parentCode))) return "parentCode";
            return Objects.equals(until, said.until()) ? null : "until";
        }

        /** The one at the top has none above it. */
        private static String code(@Nullable String code) {
            return code == null ? "" : code;
        }
    }

    /** Units of these codes that exist. */
    Map<String, There> listThere(Collection<String> codes, Scope scope) {
        if (codes.isEmpty()) return Map.of();
        var found = new HashMap<String, There>();
        jdbc.sql("""
            select u.code, u.name, u.kind, p.code parent_code,
                   (select e.until from unit_until e where e.unit_id = u.id) until
              from unit u left join unit p on p.id = u.parent_id
             where u.code in (:codes) and u.valid_to is null and u.path between :from and :to\
            """)
                .param("codes", Wording.inBothCases(codes))
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Records.of(There.class))
                .list()
                .forEach(unit -> found.put(unit.code().toUpperCase(Locale.ROOT), unit));
        return found;
    }

    /** The codes of units that are proposed below these and not decided about. */
    Set<String> proposed(Collection<UnitId> parents) {
        if (parents.isEmpty()) return Set.of();
        return jdbc.sql("""
            select json_value(operation, '$.unit.code') from unit_change
             where subject_id in (:parents) and state = 'PROPOSED' and kind = 'ESTABLISHED'\
            """)
                .param("parents", parents.stream().map(UnitId::value).toList())
                .query(String.class)
                .set();
    }
}
