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

    /** @param version of the event that tells it; 0 if it is only addressed */
    record Work(long assignment, long unit, boolean finished, long version) {}

    /**
     * Adds assignments that are not known, finishes those that are finished, and gives those to their unit that have
     * another one now; the newest event says whether it is finished. The version is compared before it is written, so it comes last.
     */
    void save(List<Work> assignments) {
        if (assignments.isEmpty()) return;
        jdbc.sql("""
            insert into open_work (assignment, unit_id, finished, version)
            select a.assignment, a.unit_id, a.finished, a.version
              from json_table(:rows, '$[*]' columns (
                       assignment bigint path '$[0]', unit_id bigint path '$[1]', finished int path '$[2]',
                       version bigint path '$[3]')) a
            on duplicate key update
                finished = if(values(version) > open_work.version, values(finished), open_work.finished),
                unit_id = if(values(version) > open_work.version, values(unit_id), open_work.unit_id),
                version = greatest(open_work.version, values(version))\
            """)
                .param(
                        "rows",
                        json.writeValueAsString(assignments.stream()
                                .map(work -> new long[] {
                                    work.assignment(), work.unit(), work.finished() ? 1 : 0, work.version()
                                })
                                .toList()))
                .update();
    }
}
