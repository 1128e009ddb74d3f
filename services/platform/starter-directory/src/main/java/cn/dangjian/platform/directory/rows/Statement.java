package cn.dangjian.platform.directory.rows;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Slice;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** One statement, being filled in; see {@link Rows}. */
public final class Statement {

    private static final Pattern PLACE = Pattern.compile("\\{(scope|path) (\\w+)}");

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final String text;
    private final boolean scoped;
    private final Map<String, @Nullable Object> values = new HashMap<>();
    private @Nullable Scope scope;

    Statement(JdbcClient jdbc, NamedParameterJdbcOperations batches, String text, boolean scoped) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.text = text;
        this.scoped = scoped;
    }

    /** Fills in the places {@code {scope u}} and {@code {path u}}. */
    public Statement in(Scope scope) {
        this.scope = scope;
        values.put("scopeFrom", scope.from());
        values.put("scopeTo", scope.to());
        return this;
    }

    /**
     * Fills in {@code :name}. Enums go as their names, instants as UTC, a record of one component (an id) as that
     * component.
     */
    public Statement with(String name, @Nullable Object value) {
        values.put(name, Values.column(value));
        return this;
    }

    /** Fills in each component of a record under its own name. */
    public Statement with(Record record) {
        values.putAll(Values.of(record));
        return this;
    }

    /** Fills in {@code :subject} and {@code :at}: who does it, and when. */
    public Statement by(Desk desk) {
        return with("subject", desk.subject()).with("at", desk.now());
    }

    /** Fills in {@code :before} and {@code :rows} of a list that shows the newest first. */
    public Statement newest(Slice slice) {
        return with("before", slice.before()).with("rows", slice.rows());
    }

    /** Fills in {@code :path}, {@code :id} and {@code :rows} of a list in the order of the tree. */
    public Statement inTree(Slice slice) {
        return with(slice.after()).with("rows", slice.rows());
    }

    public <T> Optional<T> find(Class<T> type) {
        return read(type).optional();
    }

    public <T> Optional<T> find(RowMapper<T> mapper) {
        return read().query(mapper).optional();
    }

    public <T> List<T> list(Class<T> type) {
        return read(type).list();
    }

    public <T> List<T> list(RowMapper<T> mapper) {
        return read().query(mapper).list();
    }

    /** The one row that there must be. */
    public <T> T get(Class<T> type) {
        return read(type).single();
    }

    /** Whether any row is found. */
    public boolean exists() {
        return !read().query((row, number) -> true).list().isEmpty();
    }

    /** Holds the rows that are found until the transaction ends; a statement {@code for update}. */
    public void lock() {
        spec().query((row, number) -> true).list();
    }

    /** How many rows were written. */
    public int update() {
        return spec().update();
    }

    /**
     * Writes exactly one row, which the statement names by its id and version.
     *
     * @param what names it if somebody else changed it since it was read
     * @throws OptimisticLockingFailureException if no row is the one
     */
    public void updateOne(String what) {
        if (update() == 0) throw new OptimisticLockingFailureException(what);
    }

    /** Writes one row and answers its new id. */
    public long insert() {
        var keys = new GeneratedKeyHolder();
        spec().update(keys, "id");
        return Objects.requireNonNull(keys.getKey()).longValue();
    }

    /**
     * Writes a row for each of the records, beside what was filled in already: a thousand at a time, since the driver keeps a
     * batch some times over until it is sent.
     */
    public void each(Collection<? extends Record> records) {
        var all = List.copyOf(records);
        for (int from = 0; from < all.size(); from += BATCH)
            batches.batchUpdate(
                    filled(),
                    all.subList(from, Math.min(all.size(), from + BATCH)).stream()
                            .map(record -> new MapSqlParameterSource(values).addValues(Values.of(record)))
                            .toArray(MapSqlParameterSource[]::new));
    }

    private <T> JdbcClient.MappedQuerySpec<T> read(Class<T> type) {
        return type.isRecord() ? read().query(Records.of(type)) : read().query(type);
    }

    private JdbcClient.StatementSpec read() {
        var spec = spec();
        if (scoped && scope == null) throw new IllegalStateException("No scope: " + text);
        return spec;
    }

    private JdbcClient.StatementSpec spec() {
        return jdbc.sql(filled()).params(values);
    }

    private String filled() {
        var places = PLACE.matcher(text);
        var by = scope;
        if (by == null) {
            if (places.find()) throw new IllegalStateException("No scope for " + places.group() + ": " + text);
            return text;
        }
        if (!text.contains("{scope ")) throw new IllegalStateException("No place for the scope: " + text);
        return places.replaceAll(place -> {
            String path = place.group(2) + "." + by.column();
            return place.group(1).equals("path") ? path : path + " between :scopeFrom and :scopeTo";
        });
    }
}
