package cn.dangjian.platform.files.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The columns {@code state, lease, leased_until, finished_at} of a table of work. Leases run on the database's clock:
 * processes need not agree about the time. Each method belongs to a transaction that the table's own room has begun.
 */
public final class LeaseTable<T> {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Waiting waiting;

    public LeaseTable(JdbcClient jdbc, Clock clock, Waiting waiting) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.waiting = waiting;
    }

    /**
     * How the table says what waits.
     *
     * @param state of rows that wait; those at work are {@code APPLYING}
     * @param order which row is the next
     * @param lease after which time a worker that says nothing counts as dead
     */
    public record Waiting(String table, String state, String order, Duration lease) {}

    /** Takes work that waits, or whose worker is dead. */
    public Optional<Lease<T>> claim(LongFunction<T> work) {
        var found = jdbc.sql("select id from " + waiting.table() + """
                         where state = :waiting or (state = 'APPLYING' and leased_until < utc_timestamp(6))
                         order by\
                        """ + " " + waiting.order()
                        + " limit 1 for update skip locked")
                .param("waiting", waiting.state())
                .query(Long.class)
                .optional();
        return found.map(id -> {
            var lease = new Lease<>(id, UUID.randomUUID().toString(), work.apply(id));
            jdbc.sql("update " + waiting.table() + """
                 set state = 'APPLYING', lease = :lease,
                       leased_until = timestampadd(second, :seconds, utc_timestamp(6))
                 where id = :id\
                """)
                    .param("id", id)
                    .param("lease", lease.token())
                    .param("seconds", waiting.lease().toSeconds())
                    .update();
            return lease;
        });
    }

    /**
     * Renews the lease and keeps others from taking it until the transaction ends.
     *
     * @throws LeaseLostException if another process has it
     */
    public void hold(Lease<T> lease) {
        int rows = jdbc.sql("update " + waiting.table() + """
             set leased_until = timestampadd(second, :seconds, utc_timestamp(6))
             where id = :id and lease = :lease and state = 'APPLYING'\
            """)
                .param("id", lease.id())
                .param("lease", lease.token())
                .param("seconds", waiting.lease().toSeconds())
                .update();
        if (rows == 0) throw new LeaseLostException(lease);
    }

    /** Says that all is done or that it stopped, or lets another worker go on at once if it waits again. */
    public void end(Lease<T> lease, String state) {
        jdbc.sql("update " + waiting.table() + """
             set state = :state, lease = null, leased_until = null,
                   finished_at = case when :state = :waiting then null else :now end
             where id = :id and lease = :lease\
            """)
                .param("id", lease.id())
                .param("lease", lease.token())
                .param("state", state)
                .param("waiting", waiting.state())
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
