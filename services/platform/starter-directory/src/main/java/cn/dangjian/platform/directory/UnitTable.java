package cn.dangjian.platform.directory;

import cn.dangjian.platform.directory.rows.Records;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code unit}. */
class UnitTable {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    UnitTable(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    Optional<Unit> find(UnitId id) {
        return jdbc.sql("select * from unit where id = :id")
                .param("id", id.value())
                .query(UnitTable::unit)
                .optional();
    }

    List<Unit> list(Collection<Long> ids) {
        if (ids.isEmpty()) return List.of();
        return jdbc.sql("select * from unit where id in (:ids)")
                .param("ids", ids)
                .query(UnitTable::unit)
                .list();
    }

    List<Long> listHeadings(Collection<Long> parents) {
        return jdbc.sql("select id from unit where parent_id in (:parents) and kind = :heading and valid_to is null")
                .param("parents", parents)
                .param("heading", Unit.HEADING)
                .query(Long.class)
                .list();
    }

    /** Headings among them, in the order of the tree. */
    List<Unit> listChildren(Collection<Long> parents) {
        return jdbc.sql("select * from unit where parent_id in (:parents) and valid_to is null order by path")
                .param("parents", parents)
                .query(UnitTable::unit)
                .list();
    }

    List<Unit> lock(Collection<Long> ids) {
        return jdbc.sql("select * from unit where id in (:ids) order by id for update")
                .param("ids", ids)
                .query(UnitTable::unit)
                .list();
    }

    /** By hand: mapping by reflection costs a hundred times more, and thousands of units come in one poll. */
    private static Unit unit(ResultSet row, int number) throws SQLException {
        return new Unit(
                new UnitId(row.getLong("id")),
                row.getObject("parent_id", Long.class),
                row.getString("code"),
                row.getString("name"),
                Tier.valueOf(row.getString("tier")),
                row.getString("kind"),
                row.getString("domain"),
                row.getString("path"),
                row.getLong("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("line_path"));
    }

    /** Writes what is newer than the rows; an older version changes nothing. */
    void save(Collection<Unit> units) {
        template.batchUpdate("""
            insert into unit (id, parent_id, code, name, tier, kind, domain, path, line_path, valid_from, valid_to, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update
                parent_id = if(values(version) > version, values(parent_id), parent_id),
                code = if(values(version) > version, values(code), code),
                name = if(values(version) > version, values(name), name),
                tier = if(values(version) > version, values(tier), tier),
                kind = if(values(version) > version, values(kind), kind),
                domain = if(values(version) > version, values(domain), domain),
                path = if(values(version) > version, values(path), path),
                line_path = if(values(version) > version, values(line_path), line_path),
                valid_from = if(values(version) > version, values(valid_from), valid_from),
                valid_to = if(values(version) > version, values(valid_to), valid_to),
                version = greatest(version, values(version))\
            """, units, 1000, (statement, unit) -> {
            statement.setLong(1, unit.id().value());
            statement.setObject(2, unit.parentId());
            statement.setString(3, unit.code());
            statement.setString(4, unit.name());
            statement.setString(5, unit.tier().name());
            statement.setString(6, unit.kind());
            statement.setString(7, unit.domain());
            statement.setString(8, unit.path());
            statement.setString(9, unit.linePath());
            statement.setObject(10, unit.validFrom());
            statement.setObject(11, unit.validTo());
            statement.setLong(12, unit.version());
        });
    }

    /** How far this service has heard: all units, and the sum of their versions. */
    record Heard(long units, long versions) {}

    Heard heard() {
        return jdbc.sql("select count(*) units, coalesce(sum(version), 0) versions from unit")
                .query(Records.of(Heard.class))
                .single();
    }
}
