package cn.dangjian.dues.rate.relief;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Table {@code relief}. */
@Repository
class ReliefTable {

    private final Rows rows;

    ReliefTable(Rows rows) {
        this.rows = rows;
    }

    @Unscoped("of a bill or a case that was found in the caller's scope, or asks for himself")
    Optional<Relief> find(long id) {
        return rows.unscoped("""
            select id, member_id as member, from_month, to_month, fen, document, decided_on, end_document
              from relief where id = :id\
            """).with("id", id).find(Relief.class);
    }

    /** One that counts for any month from one to the one before another. */
    @Unscoped("of a member who was found in the caller's scope")
    Optional<Long> findWithin(long member, LocalDate from, LocalDate to) {
        return rows.unscoped("""
            select id from relief
             where member_id = :member and from_month < :to and to_month > :from and to_month > from_month
             order by from_month limit 1\
            """)
                .with("member", member)
                .with("from", from)
                .with("to", to)
                .find(Long.class);
    }

    void insert(Relief relief, Desk desk) {
        rows.sql("""
            insert into relief (id, member_id, from_month, to_month, fen, document, decided_on, subject, at)
            values (:id, :member, :fromMonth, :toMonth, :fen, :document, :decidedOn, :subject, :at)\
            """).with(relief).by(desk).update();
    }

    /** Fails if it does not count for that month, or not any more. */
    void end(long id, LocalDate from, String document, Desk desk) {
        rows.sql("""
            update relief set to_month = :from, end_document = :document, end_subject = :subject, ended_at = :at
             where id = :id and from_month <= :from and to_month > :from\
            """)
                .with("id", id)
                .with("from", from)
                .with("document", document)
                .by(desk)
                .updateOne("Relief " + id);
    }
}
