package cn.dangjian.identity.alarm;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code sign_in_alarm}, to look at. */
@Repository
class AlarmQueries {

    private final JdbcClient jdbc;

    AlarmQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An attack on an account or from an address; without an end it goes on. */
    record AlarmView(
            long id,
            @Nullable Long account,
            @Nullable String address,
            int failures,
            OffsetDateTime since,
            OffsetDateTime lastAt,
            @Nullable OffsetDateTime overAt) {}

    @Unscoped("the administrator watches the whole house")
    List<AlarmView> list(long before, int limit) {
        return jdbc.sql("""
            select id, account, address, failures, since, last_at, over_at from sign_in_alarm
             where id < :before order by id desc limit :limit\
            """)
                .param("before", before)
                .param("limit", limit)
                .query(Records.of(AlarmView.class))
                .list();
    }
}
