package cn.dangjian.organization.tree.search;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.directory.rows.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Finds units by what was typed. */
@Repository
class SearchQueries {

    private static final String COLUMNS = "u.id, u.parent_id, u.code, u.name, u.tier, u.kind, p.name parent_name";

    private final Rows rows;

    SearchQueries(Rows rows) {
        this.rows = rows;
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
        var query = rows.sql("select distinct " + COLUMNS
                        + ", w.word from unit_word w straight_join unit u on u.id = w.unit_id"
                        + " left join unit p on p.id = u.parent_id"
                        + " where w.word like :begins and {scope u} and u.valid_to is null" + of("u", tier)
                        + " order by w.word limit :limit")
                .with("begins", escaped(text) + "%");
        return found(query, scope, tier, limit);
    }

    /** In a narrow scope: every unit of it is looked at. */
    List<Found> listByScan(String text, Scope scope, @Nullable Tier tier, int limit) {
        var query = rows.sql("select " + COLUMNS + " from unit u left join unit_initials i on i.unit_id = u.id"
                        + " left join unit p on p.id = u.parent_id"
                        + " where {scope u} and u.valid_to is null"
                        + " and (u.name like :contains or i.initials like :contains)" + of("u", tier)
                        + " order by {path u} limit :limit")
                .with("contains", "%" + escaped(text) + "%");
        return found(query, scope, tier, limit);
    }

    /** As it was typed, or in capitals: codes are told apart by case, but people do not type it. */
    List<Found> listByCode(String code, Scope scope, @Nullable Tier tier, int limit) {
        var query = rows.sql("select " + COLUMNS + " from unit u left join unit p on p.id = u.parent_id"
                        + " where (u.code like :begins or u.code like :capitals) and {scope u}"
                        + " and u.valid_to is null" + of("u", tier) + " order by u.code limit :limit")
                .with("begins", escaped(code) + "%")
                .with("capitals", escaped(code.toUpperCase(Locale.ROOT)) + "%");
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
        var query = rows.sql("select v.unit_id id, v.parent_id, v.code, v.name, v.tier, v.kind, p.name parent_name"
                        + " from unit_period v join unit u on u.id = v.unit_id"
                        + " left join unit_period p on p.unit_id = v.parent_id"
                        + " and p.valid_from <= :day and p.valid_to > :day"
                        + " where v.valid_from <= :day and v.valid_to > :day and v.ended = false and " + condition
                        + " and {scope u}" + of("v", tier) + " order by {path u} limit :limit")
                .with("day", day)
                .with("typed", typed);
        return found(query, scope, tier, limit);
    }

    private static String of(String alias, @Nullable Tier tier) {
        return tier == null ? "" : " and " + alias + ".tier = :tier";
    }

    private static List<Found> found(Statement query, Scope scope, @Nullable Tier tier, int limit) {
        return query.in(scope).with("limit", limit).with("tier", tier).list(Found.class).stream()
                .distinct()
                .toList();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
