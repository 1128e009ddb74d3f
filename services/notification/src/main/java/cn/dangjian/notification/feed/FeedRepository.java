package cn.dangjian.notification.feed;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code feed}. */
@Repository
class FeedRepository {

    private final JdbcClient jdbc;

    FeedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long lock() {
        return jdbc.sql("select position from feed where id = 1 for update")
                .query(Long.class)
                .single();
    }

    void advance(long position) {
        jdbc.sql("update feed set position = :position where id = 1")
                .param("position", position)
                .update();
    }

    long head() {
        return jdbc.sql("select position from feed where id = 1")
                .query(Long.class)
                .single();
    }
}
