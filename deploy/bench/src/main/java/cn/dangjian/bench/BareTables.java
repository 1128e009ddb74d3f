package cn.dangjian.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The controls: the same rows, by nothing but one statement per table, into a schema of their own on the same server. */
final class BareTables {

    /** How many rows one turn of a control writes at least: what takes less than a second is never even. */
    static final int ROWS = 300_000;

    private final Site site;
    private final JdbcClient jdbc;
    private long dispatches;

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

    /**
     * The rows of a dispatch from a province to all its villages, so many times. They stay, as they do in the house, so
     * that both sides grow alike.
     */
    List<Inserted> insertDispatches(int times, String province) {
        var inserted = IntStream.range(0, times)
                .mapToObj(time -> insertDispatch(++dispatches, province))
                .toList();
        site.say(String.format(
                Locale.ROOT,
                "bare inserts, %d times: %s rows in %.3f s each",
                times,
                Figures.shown(Figures.mean(inserted, Inserted::rows)),
                Figures.mean(inserted, Inserted::all)));
        return inserted;
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
        return new Inserted(all, assignments, rows, CpuTime.now().since(before));
    }

    private JdbcClient.StatementSpec villages(String sql, String province) {
        return jdbc.sql(sql).param("below", province).param("to", province + "~");
    }

    /** What loading the files of provinces took. */
    record Loaded(double seconds, long rows, CpuTime cpu) {

        double rate() {
            return rows / seconds;
        }
    }

    /** One empty table per file, its code as the primary key, every column as it stands; province after province. */
    Loaded load(List<Divisions> provinces) {
        for (var file : Divisions.FILES)
            create(table(file), provinces.getFirst().columns(file));
        var statements = new ArrayList<String>();
        for (var province : provinces) {
            for (var file : Divisions.FILES) statements.add(load(province, file));
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

    private static String load(Divisions province, String file) {
        return "load data local infile '%s' into table %s character set utf8mb4"
                        .formatted(province.folder().resolve(file).toAbsolutePath(), table(file))
                + " fields terminated by ',' optionally enclosed by '\"' lines terminated by '\\n' ignore 1 lines ("
                + String.join(", ", province.columns(file)) + ")";
    }

    private void create(String table, List<String> columns) {
        for (var column : columns) {
            if (!column.matches("[A-Za-z]+")) throw new IllegalArgumentException("Not a column's name: " + column);
        }
        var definitions = columns.stream().map(BareTables::definition).toList();
        jdbc.sql("create or replace table " + table + " (" + String.join(", ", definitions) + ")")
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
