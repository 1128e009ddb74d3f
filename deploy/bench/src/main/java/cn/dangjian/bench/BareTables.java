package cn.dangjian.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The controls: the same rows, by nothing but one statement per table, into a schema of their own on the same server.
 * What was written stays, as it does in the house, so that both sides grow alike.
 */
final class BareTables {

    /** How often a control is measured in each block. */
    static final int REPEATS = 5;

    private final Site site;
    private final JdbcClient jdbc;

    BareTables(Site site) {
        this.site = site;
        this.jdbc = site.jdbc();
        jdbc.sql("create database if not exists bench character set utf8mb4 collate utf8mb4_0900_ai_ci")
                .update();
    }

    /**
     * Seconds that the rows of one dispatch took.
     *
     * @param assignments of these, those for the assignments
     */
    record Inserted(double all, double assignments, long rows, CpuTime cpu) {}

    /** Tables of the same columns and indexes as the house's, empty. */
    void createLikeTheHouse() {
        jdbc.sql("create table bench.assignment like task.assignment").update();
        jdbc.sql("create table bench.inbox_item like notification.inbox_item").update();
    }

    /** The rows of a dispatch from a province to all its villages; so short that the middle one of several counts. */
    Inserted insertDispatches(int block, String province) {
        return LongStream.range(0, REPEATS)
                .mapToObj(number -> insertDispatch((long) block * REPEATS + number, province))
                .sorted(Comparator.comparingDouble(Inserted::all))
                .toList()
                .get(REPEATS / 2);
    }

    private Inserted insertDispatch(long number, String province) {
        long position = jdbc.sql("select coalesce(max(position), 0) from bench.inbox_item")
                .query(Long.class)
                .single();
        var before = CpuTime.now();
        long start = System.nanoTime();
        long rows = villages("""
            insert into bench.assignment (dispatch_id, unit_id, state, version)
            select :number, u.id, 'ADDRESSED', 1 from task.unit u
             where u.path > :below and u.path <= :to and u.valid_to is null and u.tier = 'VILLAGE' order by u.path\
            """, province).param("number", number).update();
        double assignments = seconds(start);
        rows += villages("""
            insert into bench.inbox_item (dispatch, unit, assignment, state, position, settled_at)
            select :number, u.id, u.id, 'DELIVERED', :position + row_number() over (order by u.id), now(6)
              from notification.unit u
             where u.path > :below and u.path <= :to and u.valid_to is null and u.tier = 'VILLAGE'\
            """, province)
                .param("number", number)
                .param("position", position)
                .update();
        double all = seconds(start);
        var cpu = CpuTime.now().since(before);
        site.say(String.format(
                Locale.ROOT, "bare inserts: %,d rows in %.3f s, the assignments in %.3f s", rows, all, assignments));
        return new Inserted(all, assignments, rows, cpu);
    }

    private JdbcClient.StatementSpec villages(String sql, String province) {
        return jdbc.sql(sql).param("below", province).param("to", province + "~");
    }

    /** What loading the files of a province took. */
    record Loaded(double seconds, long rows, CpuTime cpu) {

        double rate() {
            return rows / seconds;
        }
    }

    /** One table per file, its code as the primary key, every column as it stands; the middle one of several counts. */
    Loaded load(List<Divisions> divisions) {
        return divisions.stream()
                .map(this::load)
                .sorted(Comparator.comparingDouble(Loaded::seconds))
                .toList()
                .get(divisions.size() / 2);
    }

    private Loaded load(Divisions divisions) {
        var statements = new ArrayList<String>();
        for (var file : Divisions.FILES) {
            var columns = divisions.columns(file);
            create(table(file), columns);
            statements.add("load data local infile '%s' into table %s character set utf8mb4"
                            .formatted(divisions.folder().resolve(file).toAbsolutePath(), table(file))
                    + " fields terminated by ',' optionally enclosed by '\"' lines terminated by '\\n' ignore 1 lines ("
                    + String.join(", ", columns) + ")");
        }
        var before = CpuTime.now();
        long start = System.nanoTime();
        long rows = 0;
        for (var statement : statements) rows += jdbc.sql(statement).update();
        double all = seconds(start);
        var cpu = CpuTime.now().since(before);
        site.say(String.format(Locale.ROOT, "LOAD DATA: %,d rows in %.3f s", rows, all));
        return new Loaded(all, rows, cpu);
    }

    private void create(String table, List<String> columns) {
        for (var column : columns) {
            if (!column.matches("[A-Za-z]+")) throw new IllegalArgumentException("Not a column's name: " + column);
        }
        var definitions = columns.stream().map(BareTables::definition).toList();
        jdbc.sql("create table if not exists " + table + " (" + String.join(", ", definitions) + ")")
                .update();
    }

    private static String definition(String column) {
        return switch (column) {
            case "code" -> "code varchar(32) character set ascii collate ascii_bin not null primary key";
            case "name" -> "name varchar(200) not null";
            default -> column + " varchar(32) character set ascii collate ascii_bin not null";
        };
    }

    private static String table(String file) {
        return "bench." + file.replace(".csv", "");
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
