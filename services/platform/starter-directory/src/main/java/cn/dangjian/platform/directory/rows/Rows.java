package cn.dangjian.platform.directory.rows;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The statements of a repository.
 *
 * <pre>{@code
 * rows.sql("""
 *     select t.id, t.name, t.version from work_team t join unit u on u.id = t.unit_id and {scope u}
 *      where t.id = :id""").in(scope).with("id", id).find(WorkTeam.class);
 * }</pre>
 *
 * <p>{@code {scope u}} becomes the interval of a scope on the path of the unit with that alias, by the hierarchy in which
 * the scope asks; {@code {path u}} becomes that path. Reading without a scope is refused at the first call, unless the
 * statement was begun with {@link #unscoped}.
 */
public class Rows {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    public Rows(NamedParameterJdbcOperations operations) {
        this.jdbc = JdbcClient.create(operations);
        this.batches = operations;
    }

    /** A statement that writes, or that reads within a scope. */
    public Statement sql(String text) {
        return new Statement(jdbc, batches, text, true);
    }

    /** A statement that reads rows whose scope was checked before; its method says why with {@code @Unscoped}. */
    public Statement unscoped(String text) {
        return new Statement(jdbc, batches, text, false);
    }
}
