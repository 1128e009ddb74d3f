package cn.dangjian.notification.roster;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Table {@code roster}. */
@Repository
class RosterRepository {

    private static final int BATCH = 1000;

    private final JdbcTemplate template;

    RosterRepository(JdbcTemplate template) {
        this.template = template;
    }

    record Post(long post, long unit, long account, String duty, boolean active, long version) {}

    /** Writes what is at least as new as the rows; the version is compared before it is written, so it comes last. */
    void save(List<Post> posts) {
        template.batchUpdate("""
            insert into roster (post, unit, account, duty, active, version) values (?, ?, ?, ?, ?, ?)
            on duplicate key update
                unit = if(values(version) >= version, values(unit), unit),
                account = if(values(version) >= version, values(account), account),
                duty = if(values(version) >= version, values(duty), duty),
                active = if(values(version) >= version, values(active), active),
                version = greatest(version, values(version))\
            """, posts, BATCH, (statement, post) -> {
            statement.setLong(1, post.post());
            statement.setLong(2, post.unit());
            statement.setLong(3, post.account());
            statement.setString(4, post.duty());
            statement.setBoolean(5, post.active());
            statement.setLong(6, post.version());
        });
    }
}
