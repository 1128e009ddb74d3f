package cn.dangjian.organization.tree.search;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds units by what was typed. */
@Repository
class SearchQueries {

    private static final String COLUMNS = "u.id, u.parent_id, u.code, u.name, u.tier, u.kind, p.name parent_name";

    private final JdbcClient jdbc;

    SearchQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Found(
            UnitId id,
            @Nullable UnitId parentId,
            @Nullable String parentName,
            String code,
            String name,
            Tier tier,
            String kind) {}

    /** In a wide scope: by the beginnings of words, the closest first; whatever else has the word is not looked at. */
    List<Found> listByWord(String text, Scope scope, @Nullable Tier tier, int limit) {
        var query = jdbc.sql("select distinct " + COLUMNS
                        + ", w.word from unit_word w straight_join unit u on u.id = w.unit_id"
                        + " left join unit p on p.id = u.parent_id"
                        + " where w.word like :begins and u." + scope.column()
                        + " between :from and :to and u.valid_to is null"
                        + (tier == null ? "" : " and u.tier = :tier")
                        + " order by w.word limit :limit")
                .param("begins", escaped(text) + "%");
        return found(query, scope, tier, limit);
    }

    /** In a narrow scope: every unit of it is looked at. */
    List<Found> listByScan(String text, Scope scope, @Nullable Tier tier, int limit) {
        var query = jdbc.sql("select " + COLUMNS + " from unit u left join unit_initials i on i.unit_id = u.id"
                        + " left join unit p on p.id = u.parent_id"
                        + " where u." + scope.column() + " between :from and :to and u.valid_to is null"
                        + " and (u.name like :contains or i.initials like :contains)"
                        + (tier == null ? "" : " and u.tier = :tier")
                        + " order by u." + scope.column() + " limit :limit")
                .param("contains", "%" + escaped(text) + "%");
        return found(query, scope, tier, limit);
    }

    /** As it was typed, or in capitals: codes are told apart by case, but people do not type it. */
    List<Found> listByCode(String code, Scope scope, @Nullable Tier tier, int limit) {
        var query = jdbc.sql("select " + COLUMNS + " from unit u left join unit p on p.id = u.parent_id"
                        + " where (u.code like :begins or u.code like :capitals) and u." + scope.column()
                        + " between :from and :to and u.valid_to is null"
                        + (tier == null ? "" : " and u.tier = :tier")
                        + " order by u.code limit :limit")
                .param("begins", escaped(code) + "%")
                .param("capitals", escaped(code.toUpperCase(Locale.ROOT)) + "%");
        return found(query, scope, tier, limit);
    }

    /** By a part of the name of a day: there are no words of the past, every unit of the scope is looked at. */
    List<Found> listByNameOn(LocalDate day, String text, Scope scope, @Nullable Tier tier, int limit) {
        return listOn(day, "v.name like :typed", "%" + escaped(text) + "%", scope, tier, limit);
    }

    List<Found> listByCodeOn(LocalDate day, String code, Scope scope, @Nullable Tier tier, int limit) {
        return listOn(day, "v.code like :typed", escaped(code) + "%", scope, tier, limit);
    }

    private List<Found> listOn(
            LocalDate day, String condition, String typed, Scope scope, @Nullable Tier tier, int limit) {
        var query = jdbc.sql("select v.unit_id id, v.parent_id, v.code, v.name, v.tier, v.kind, p.name parent_name"
            + " from unit_period v join unit u on u.id = v.unit_id left join unit_period p on p.unit_id = v.parent_id"
            + " and p.valid_from <= :day and p.valid_to > :day where v.valid_from <= :day and v.valid_to > :day and"
            + " v.ended = false and " + condition
                        + " and u." + scope.column() + " between :from and :to"
                        + (tier == null ? "" : " and v.tier = :tier")
                        + " order by u." + scope.column() + " limit :limit")
                .param("day", day)
                .param("typed", typed);
        return found(query, scope, tier, limit);
    }

    private static List<Found> found(JdbcClient.StatementSpec query, Scope scope, @Nullable Tier tier, int limit) {
        var scoped = query.param("from", scope.from()).param("to", scope.to()).param("limit", limit);
        if (tier != null) scoped = scoped.param("tier", tier.name());
        return scoped.query((row, number) -> found(row)).list().stream()
                .distinct()
                .toList();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static Found found(ResultSet row) throws SQLException {
        Long parent = row.getObject("parent_id", Long.class);
        return new Found(
                new UnitId(row.getLong("id")),
                parent == null ? null : new UnitId(parent),
                row.getString("parent_name"),
                row.getString("code"),
                row.getString("name"),
                Tier.valueOf(row.getString("tier")),
                row.getString("kind"));
    }
}
