package cn.dangjian.member.person.privacy;

import cn.dangjian.member.person.privacy.Reading.What;
import cn.dangjian.member.person.privacy.Readings.Reader;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.paging.Slice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables {@code member_reading}, whose rows are added and never changed, and {@code question_account}. */
@Repository
class ReadingRepository {

    private static final String READING = """
        select g.id, g.member_id as member, g.what, g.many, g.account, g.post, g.unit_id unit, g.purpose, g.at
          from member_reading g\
        """;

    private final Rows rows;

    ReadingRepository(Rows rows) {
        this.rows = rows;
    }

    long insert(@Nullable Long member, What what, int many, String purpose, Reader by) {
        return rows.sql("""
            insert into member_reading (member_id, what, many, account, post, unit_id, purpose, at)
            values (:member, :what, :many, :account, :post, :unit, :purpose, :at)\
            """)
                .with("member", member)
                .with("what", what)
                .with("many", many)
                .with(by)
                .with("purpose", purpose)
                .insert();
    }

    /** Lets one question of an account at a time be counted, from whichever of its posts. */
    void lock(AccountId account) {
        rows.sql("""
            insert into question_account (account) values (:account) on duplicate key update account = values(account)\
            """).with("account", account).update();
    }

    @Unscoped("the account's own readings")
    int countSince(What what, long account, Instant since) {
        return rows.unscoped("""
            select count(*) from member_reading where what = :what and account = :account and at >= :since\
            """)
                .with("what", what)
                .with("account", account)
                .with("since", since)
                .get(Integer.class);
    }

    @Unscoped("the person was found in the caller's scope, or is the caller")
    List<Reading> listOf(long member, Slice slice) {
        return rows.unscoped(READING + " where g.member_id = :member and g.id < :before order by g.id desc limit :rows")
                .newest(slice)
                .with("member", member)
                .list(Reading.class);
    }

    /** By units that the caller sees, the newest first. */
    List<Reading> listSince(Instant since, @Nullable Long account, Slice slice, Scope scope) {
        return rows.sql(READING + """
             join unit u on u.id = g.unit_id and {scope u}
             where g.at >= :since and g.id < :before and (:account is null or g.account = :account)
             order by g.id desc limit :rows\
            """)
                .in(scope)
                .newest(slice)
                .with("since", since)
                .with("account", account)
                .list(Reading.class);
    }
}
