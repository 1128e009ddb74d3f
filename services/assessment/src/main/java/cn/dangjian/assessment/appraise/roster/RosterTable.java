package cn.dangjian.assessment.appraise.roster;

import cn.dangjian.platform.directory.rows.Rows;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Table {@code roster}. */
@Repository
class RosterTable {

    private final Rows rows;

    RosterTable(Rows rows) {
        this.rows = rows;
    }

    record Post(long post, long unit, long account, String duty, boolean active, long version) {}

    /** Writes what is at least as new as the rows; the version is compared before it is written, so it comes last. */
    void save(List<Post> posts) {
        rows.sql("""
            insert into roster (post, unit_id, account, duty, active, version)
            values (:post, :unit, :account, :duty, :active, :version)
            on duplicate key update
                unit_id = if(values(version) >= version, values(unit_id), unit_id),
                account = if(values(version) >= version, values(account), account),
                duty = if(values(version) >= version, values(duty), duty),
                active = if(values(version) >= version, values(active), active),
                version = greatest(version, values(version))\
            """).each(posts);
    }
}
