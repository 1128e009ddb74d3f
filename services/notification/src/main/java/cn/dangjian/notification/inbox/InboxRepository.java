package cn.dangjian.notification.inbox;

import cn.dangjian.platform.directory.Scope;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code inbox_item} and {@code notice}: what their reader may change. */
@Repository
class InboxRepository {

    private final JdbcClient jdbc;

    InboxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the first time; false if the scope's inbox has no such item. */
    boolean markRead(long position, Instant now, Scope scope) {
        return mark(position, now, scope, """
            update inbox_item i join unit u on u.id = i.unit
               set i.read_at = coalesce(i.read_at, :now)
             where i.position = :position and i.state = 'DELIVERED' and u.path between :from and :to\
            """) || mark(position, now, scope, """
                update notice i join unit u on u.id = i.unit
                   set i.read_at = coalesce(i.read_at, :now)
                 where i.position = :position and u.path between :from and :to\
                """);
    }

    private boolean mark(long position, Instant now, Scope scope, String statement) {
        int rows = jdbc.sql(statement)
                .param("now", LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("position", position)
                .param("from", scope.from())
                .param("to", scope.to())
                .update();
        return rows > 0;
    }
}
