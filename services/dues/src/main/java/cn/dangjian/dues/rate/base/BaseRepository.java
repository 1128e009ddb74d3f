package cn.dangjian.dues.rate.base;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.rate.base.RecordBase.BaseRequest;
import cn.dangjian.dues.rate.scale.Scale;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Table {@code base}: of a member no two rows count for one month. */
@Repository
class BaseRepository {

    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 1);

    private final Rows rows;

    BaseRepository(Rows rows) {
        this.rows = rows;
    }

    /** All that was ever recorded, what counts from the latest month on first; what was replaced counts for no month. */
    @Unscoped("the member was found in the caller's scope, or asks for himself")
    List<Base> list(long member) {
        return rows.unscoped("""
            select id, member_id, from_month, to_month, scale, fen, document, subject, at
              from base where member_id = :member order by from_month desc, id desc\
            """).with("member", member).list(BaseRepository::base);
    }

    /** Holds all that is recorded of a member until the transaction ends. */
    void lock(long member) {
        rows.sql("select id from base where member_id = :member for update")
                .with("member", member)
                .lock();
    }

    /** The base counts until the next one does, and the one before it until then. */
    void insert(long member, LocalDate from, BaseRequest base, Desk desk) {
        rows.sql("""
            update base set to_month = from_month where member_id = :member and from_month = :from\
            """).with("member", member).with("from", from).update();
        rows.sql("""
            update base set to_month = :from where member_id = :member and from_month < :from and to_month > :from\
            """).with("member", member).with("from", from).update();
        rows.sql("""
            insert into base (member_id, from_month, to_month, scale, fen, document, subject, at)
            select :member, :from, coalesce(min(b.from_month), :forever), :scale, :fen, :document, :subject, :at
              from base b where b.member_id = :member and b.from_month > :from and b.to_month > b.from_month\
            """)
                .with("member", member)
                .with("from", from)
                .with("forever", FOREVER)
                .with("scale", base.scale())
                .with("fen", base.pay() == null ? null : base.pay().fen())
                .with("document", base.document())
                .by(desk)
                .update();
    }

    private static Base base(ResultSet row, int number) throws SQLException {
        long fen = row.getLong("fen");
        return new Base(
                row.getLong("id"),
                row.getLong("member_id"),
                row.getObject("from_month", LocalDate.class),
                row.getObject("to_month", LocalDate.class),
                Scale.valueOf(row.getString("scale")),
                fen == 0 ? null : new Yuan(fen),
                row.getString("document"),
                row.getString("subject"),
                at(row));
    }

    private static OffsetDateTime at(ResultSet row) throws SQLException {
        return row.getObject("at", LocalDateTime.class).atOffset(ZoneOffset.UTC);
    }
}
