package cn.dangjian.notification.delivery;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code message} and {@code inbox_item} as the ledger of a dispatch. */
@Repository
class LedgerQueries {

    private final JdbcClient jdbc;

    LedgerQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of a receipt. */
    enum State {
        PENDING,
        DELIVERED,
        FAILED,
        /** 已移交: the unit ended, and its heir has it. */
        HANDED_ON
    }

    /**
     * addressed = delivered + failed + pending.
     *
     * @param handedOn beside them, what went on to heirs and is counted there
     * @param elsewhere of those addressed, how many the caller sees no more: what a unit dispatched it sees whole, also when
     *     units have moved away since, and without their names
     * @param complete whether all addresses of the dispatch have been heard here
     */
    record Ledger(
            long addressed,
            long delivered,
            long failed,
            long pending,
            long handedOn,
            long elsewhere,
            boolean complete) {

        boolean isOfNobody() {
            return addressed + handedOn == 0;
        }
    }

    /**
     * @param handedTo the unit that goes on with it, if this one ended
     * @param handedFrom the unit that was addressed, if this one is its heir
     */
    record EntryView(
            long unit,
            String name,
            State state,
            @Nullable String reason,
            @Nullable Long handedTo,
            @Nullable Long handedFrom) {}

    /** A line of the ledger, and the path that the list is ordered by. */
    record Entry(
            long unit,
            String name,
            String path,
            State state,
            @Nullable String reason,
            @Nullable Long handedTo,
            @Nullable Long handedFrom) {

        EntryView withoutPath() {
            return new EntryView(unit, name, state, reason, handedTo, handedFrom);
        }
    }

    @Unscoped("a number for whoever runs the house")
    long countIncomplete() {
        return jdbc.sql("""
            select count(*) from message m
             where m.chunks > (select count(*) from message_chunk c where c.dispatch = m.dispatch)\
            """).query(Long.class).single();
    }

    @Unscoped("a number for whoever runs the house")
    long countPending() {
        return jdbc.sql("select count(*) from inbox_item where position is null and state = 'PENDING'")
                .query(Long.class)
                .single();
    }

    /** Empty if nothing has been heard of it here. */
    @Unscoped("whether the caller sees the issuer is looked at next")
    Optional<UnitId> findIssuer(long dispatch) {
        return jdbc.sql("select issuer from message where dispatch = :dispatch")
                .param("dispatch", dispatch)
                .query(Long.class)
                .optional()
                .map(UnitId::new);
    }

    /** The figures of the units in the scope; of all addressed ones, if a unit in it dispatched, by the same hierarchy. */
    Ledger get(long dispatch, Scope scope) {
        return jdbc.sql("""
            select coalesce(sum(i.state <> 'HANDED_ON'), 0) addressed,
                   coalesce(sum(i.state = 'DELIVERED'), 0) delivered,
                   coalesce(sum(i.state = 'FAILED'), 0) failed,
                   coalesce(sum(i.state = 'PENDING'), 0) pending,
                   coalesce(sum(i.state = 'HANDED_ON'), 0) handed_on,
                   coalesce(sum(i.state <> 'HANDED_ON' and not coalesce(u.%1$s between :from and :to, false)), 0) elsewhere,
                   coalesce((select m.chunks from message m where m.dispatch = :dispatch)
                     = (select count(*) from message_chunk c where c.dispatch = :dispatch), false) complete
              from inbox_item i join unit u on u.id = i.unit
             where i.dispatch = :dispatch and (:whole or u.%1$s between :from and :to)\
            """.formatted(scope.column()))
                .param("dispatch", dispatch)
                .param("whole", isIssuedWithin(dispatch, scope))
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Records.of(Ledger.class))
                .single();
    }

    private boolean isIssuedWithin(long dispatch, Scope scope) {
        return jdbc.sql("""
            select 1 from message m join unit s on s.id = m.issuer
             where m.dispatch = :dispatch and m.hierarchy = :by and s.%s between :from and :to\
            """.formatted(scope.column()))
                .param("dispatch", dispatch)
                .param("by", scope.by().name())
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    boolean isAddressed(long dispatch, Scope scope) {
        return jdbc.sql("""
            select 1 from inbox_item i join unit u on u.id = i.unit
             where i.dispatch = :dispatch and u.%s between :from and :to limit 1\
            """.formatted(scope.column()))
                .param("dispatch", dispatch)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Lines in the order of paths: the range of the scope is read from the index, as far as the page goes. */
    List<Entry> list(long dispatch, @Nullable State state, String afterPath, int limit, Scope scope) {
        return jdbc.sql("""
            select u.id unit, u.name, u.%1$s path, i.state, i.reason, i.handed_to, i.handed_from
              from unit u join inbox_item i on i.dispatch = :dispatch and i.unit = u.id
             where u.%1$s between :from and :to and u.%1$s > :after
               and (:state is null or i.state = :state)
             order by u.%1$s limit :limit\
            """.formatted(scope.column()))
                .param("dispatch", dispatch)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("after", afterPath)
                .param("state", state == null ? null : state.name())
                .param("limit", limit)
                .query(Records.of(Entry.class))
                .list();
    }
}
