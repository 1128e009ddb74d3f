package cn.dangjian.task.person;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Table {@code post_holder}. */
@Repository
class PostTable {

    private final Rows rows;

    PostTable(Rows rows) {
        this.rows = rows;
    }

    record Holder(long post, long unit, long account, String duty, boolean active, long version) {}

    /** Writes what is at least as new as the rows; the version is compared before it is written, so it comes last. */
    void save(Collection<Holder> holders) {
        rows.sql("""
            insert into post_holder (post, unit_id, account, duty, active, version)
            values (:post, :unit, :account, :duty, :active, :version)
            on duplicate key update
                unit_id = if(values(version) >= version, values(unit_id), unit_id),
                account = if(values(version) >= version, values(account), account),
                duty = if(values(version) >= version, values(duty), duty),
                active = if(values(version) >= version, values(active), active),
                version = greatest(version, values(version))\
            """).each(holders);
    }

    /** Whose a post of a unit is now. */
    @Unscoped("a post of the caller's own unit")
    Optional<Long> findAccount(long post, UnitId unit) {
        return rows.unscoped("""
            select account from post_holder where post = :post and unit_id = :unit and active = true\
            """).with("post", post).with("unit", unit).find(Long.class);
    }
}
