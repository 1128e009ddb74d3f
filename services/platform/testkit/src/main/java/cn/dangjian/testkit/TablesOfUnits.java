package cn.dangjian.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every table of a service that names units says what becomes of its rows when these are merged, split, moved or
 * abolished: {@code class UnitTablesTest extends TablesOfUnits {}} beside its application. Looked at are the tables that
 * there are, the starters' too.
 */
@ServiceTest
public abstract class TablesOfUnits {

    /** How columns are called that hold units, or paths of units. */
    private static final String OF_UNITS = """
        select concat(table_name, '.', column_name) from information_schema.columns
         where table_schema = database()
           and (data_type = 'bigint' and column_name regexp '(^|_)(unit|party_unit|heir|parent|predecessor|successor|province|city|county|township|street|village|community|place|keeper|provider|issuer|office|committee|superior|goes)(_id|_to)?$'
             or column_name regexp '(^|_)path$')\
        """;

    /** Of the starters, in every service: the tree itself, and what is asked before the caller's unit matters. */
    private static final Set<String> OF_STARTERS = Set.of("unit.parent_id", "unit.path", "unit.line_path");

    @Autowired
    private DataSource database;

    @Test
    void sayWhatBecomesOfTheirRows() throws SQLException {
        var declared = new Hangings(Path.of(""));
        var columns = columns();
        columns.removeAll(OF_STARTERS);

        var silent = new TreeSet<>(columns);
        silent.removeAll(declared.things().keySet());
        silent.removeAll(declared.others().keySet());
        assertThat(silent)
                .as("columns of units of which META-INF/hanging.properties does not say what becomes")
                .isEmpty();
    }

    @Test
    void andNoOthersDo() throws SQLException {
        var declared = new Hangings(Path.of(""));
        var known = all();

        assertThat(declared.things().keySet()).as("columns that there are not").isSubsetOf(known);
        assertThat(declared.others().keySet()).as("columns that there are not").isSubsetOf(columns());
    }

    private Set<String> columns() throws SQLException {
        return list(OF_UNITS);
    }

    private Set<String> all() throws SQLException {
        return list("select concat(table_name, '.', column_name) from information_schema.columns"
                + " where table_schema = database()");
    }

    private Set<String> list(String sql) throws SQLException {
        var found = new TreeSet<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) found.add(rows.getString(1));
        }
        return found;
    }
}
