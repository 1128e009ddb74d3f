package cn.dangjian.organization.files.export;

import cn.dangjian.organization.tree.rule.Kinds;
import cn.dangjian.organization.tree.rule.Posts;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.files.export.Export;
import cn.dangjian.platform.files.export.Export.Line;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pages of what is exported, each read at once and in the order of the tree. */
@Repository
class ExportQueries {

    /** Units looked at for one page; each has a row at least. */
    private static final int UNITS = 200;

    private static final String SEAT = """
         t.unit_id = u.id and t.from_on <= :day and (t.to_on is null or t.to_on > :day)
         and (u.path > :path or t.id > :id)\
        """;

    private final JdbcClient jdbc;
    private final Kinds kinds;
    private final Posts posts;

    ExportQueries(JdbcClient jdbc, Kinds kinds, Posts posts) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.posts = posts;
    }

    /** Units of a day, shown to those who may see them today. */
    List<Line> listUnits(LocalDate day, Line after, Scope scope) {
        return page("""
            select u.path, u.id, u.id unit_id, v.code, v.name, v.tier, v.kind, v.domain, v.valid_from,
                   p.code parent_code, p.name parent_name,
                   (select e.until from unit_until e where e.unit_id = u.id) until,
                   exists (select 1 from unit_namesake n where n.unit_id = u.id) namesake
              from unit u
              join unit_period v on v.unit_id = u.id and v.valid_from <= :day and v.valid_to > :day and v.ended = false
              left join unit_period p on p.unit_id = v.parent_id and p.valid_from <= :day and p.valid_to > :day
             where u.path between :from and :to and u.path > :path and :id >= 0 order by u.path limit :limit\
            """, day, after, scope)
                .query((row, number) -> line(
                        row,
                        row.getString("code"),
                        row.getString("name"),
                        title(row),
                        row.getString("tier"),
                        row.getString("kind"),
                        row.getString("domain"),
                        row.getString("parent_code"),
                        row.getString("parent_name"),
                        row.getString("valid_from"),
                        row.getString("until")))
                .list();
    }

    List<Line> listTeams(LocalDate day, Line after, Scope scope) {
        return page("""
            select u.path, u.id unit_id, t.id, u.code, u.name, u.tier, n.number, n.due_on, t.post, p.name person,
                   t.from_on, t.to_on, t.full_time\
            """ + window() + """
              join team_seat t on\
            """ + SEAT + """
              join team_person p on p.id = t.person_id
              join team_session n on n.id = t.session_id
             order by u.path, t.id limit :limit\
            """, day, after, scope)
                .query((row, number) -> line(
                        row,
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("number"),
                        row.getString("due_on"),
                        row.getString("post"),
                        post(row.getString("post"), row.getString("tier")),
                        row.getString("person"),
                        row.getString("from_on"),
                        row.getString("to_on"),
                        row.getBoolean("full_time") ? "是" : "否"))
                .list();
    }

    /** The next units that have something to show. */
    private static String window() {
        return " from (select u.id, u.path, u.code, u.name, u.tier from unit u"
                + " where u.path between :from and :to and u.path >= :path"
                + " and exists (select 1 from team_seat t where" + SEAT + ") order by u.path limit " + UNITS + ") u";
    }

    private JdbcClient.StatementSpec page(String sql, LocalDate day, Line after, Scope scope) {
        return jdbc.sql(sql)
                .param("day", day)
                .param("path", after.path())
                .param("id", after.id())
                .param("from", scope.from())
                .param("to", scope.to())
                .param("limit", Export.ROWS);
    }

    private String title(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        String name = row.getString("name");
        String parent = row.getString("parent_name");
        return row.getBoolean("namesake") ? kinds.wholeTitle(kind, name, parent) : kinds.title(kind, name, parent);
    }

    private String post(String code, String tier) {
        return posts.find(code, Tier.valueOf(tier)).map(Posts.Post::term).orElse(code);
    }

    static Line line(ResultSet row, @Nullable String... cells) throws SQLException {
        var texts = new ArrayList<String>(cells.length);
        for (String cell : cells) texts.add(cell == null ? "" : cell);
        return new Line(row.getString("path"), row.getLong("unit_id"), row.getLong("id"), texts);
    }
}
