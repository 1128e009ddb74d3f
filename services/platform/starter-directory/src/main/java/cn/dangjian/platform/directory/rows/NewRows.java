package cn.dangjian.platform.directory.rows;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Writes rows in one batch of which the numbers are asked for, and in the order of the batch. */
public final class NewRows {

    private NewRows() {}

    /**
     * The numbers of the new rows, in the order of what they were made of.
     *
     * @param insert with a place for each value that {@code fill} sets
     */
    public static <T> List<Long> insert(
            JdbcTemplate template, String insert, List<T> all, ParameterizedPreparedStatementSetter<T> fill) {
        if (all.isEmpty()) return List.of();
        var keys = new GeneratedKeyHolder();
        template.batchUpdate(
                connection -> connection.prepareStatement(insert, Statement.RETURN_GENERATED_KEYS),
                new BatchPreparedStatementSetter() {
                    @Override
                    public void setValues(PreparedStatement statement, int i) throws SQLException {
                        fill.setValues(statement, all.get(i));
                    }

                    @Override
                    public int getBatchSize() {
                        return all.size();
                    }
                },
                keys);
        var ids = keys.getKeyList().stream()
                .map(key -> ((Number) key.values().iterator().next()).longValue())
                .toList();
        if (ids.size() != all.size()) throw new IllegalStateException("Numbers for some rows only");
        return ids;
    }
}
