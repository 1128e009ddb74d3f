package cn.dangjian.organization.tree.openwork;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code open_work}. */
@Repository
class OpenWorkTable {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OpenWorkTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Adds assignments that are not known, and finishes those that are finished; nothing is opened again. */
    void save(List<long[]> assignments, boolean finished) {
        if (assignments.isEmpty()) return;
        jdbc.sql("""
            insert into open_work (assignment, unit_id, finished)
            select a.assignment, a.unit_id, :finished
              from json_table(:rows, '$[*]' columns (assignment bigint path '$[0]', unit_id bigint path '$[1]')) a
            on duplicate key update finished = greatest(finished, values(finished))\
            """)
                .param("finished", finished)
                .param("rows", json.writeValueAsString(assignments))
                .update();
    }
}
