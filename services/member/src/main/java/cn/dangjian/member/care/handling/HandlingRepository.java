package cn.dangjian.member.care.handling;

import cn.dangjian.member.care.handling.Handling.Appeal;
import cn.dangjian.member.care.handling.ProposeHandling.HeavierRequest;
import cn.dangjian.member.care.handling.ProposeHandling.ProposalRequest;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code handling}: what is proposed, heard and voted, beside where its case stands. */
@Repository
class HandlingRepository {

    private static final String HANDLING = """
        select h.id, h.member_id as member, m.name, f.unit_id unit, u.name unit_name, f.state, f.round, h.grounds,
               h.since_on, h.measure, h.evidence, h.noticed_on, h.hearing_until, h.voted_on, h.entitled, h.present,
               h.yes, h.correct_until, h.appeal, nullif(f.due_on, '9999-12-31') due_on, f.version
          from handling h join case_file f on f.kind = 'handlings' and f.id = h.id
          join member m on m.id = h.member_id join unit u on u.id = f.unit_id\
        """;

    private final Rows rows;

    HandlingRepository(Rows rows) {
        this.rows = rows;
    }

    /** Nobody else changes what happened to the person until the transaction ends; to be taken as its first statement. */
    void lockMember(long id) {
        rows.unscoped("select m.id from handling h join member m on m.id = h.member_id where h.id = :id for update")
                .with("id", id)
                .lock();
    }

    Optional<Handling> find(long id, Scope scope) {
        return rows.sql(HANDLING + " where {scope u} and h.id = :id")
                .in(scope)
                .with("id", id)
                .find(Handling.class);
    }

    List<Handling> list(@Nullable Long member, Slice slice, Scope scope) {
        return rows.sql(HANDLING + """
             where {scope u} and h.id < :before and (:member is null or h.member_id = :member)
             order by h.id desc limit :rows\
            """)
                .in(scope)
                .newest(slice)
                .with("member", member)
                .list(Handling.class);
    }

    /** Those of one person, the newest first. */
    @Unscoped("the person who asks")
    List<Handling> listOwn(long member) {
        return rows.unscoped(HANDLING + " where h.member_id = :member order by h.id desc")
                .with("member", member)
                .list(Handling.class);
    }

    @Unscoped("of somebody who was found in the caller's scope")
    Optional<Long> findOpen(long member) {
        return rows.unscoped("""
            select h.id from handling h join case_file f on f.kind = 'handlings' and f.id = h.id
             where h.member_id = :member and f.closed_at is null\
            """).with("member", member).find(Long.class);
    }

    /** An open case of a person. */
    record Open(long id, MemberId member) {}

    @Unscoped("whoever is moved; nobody sees the rows")
    List<Open> listOpen(Collection<MemberId> members) {
        return rows.unscoped("""
            select t.id, t.member_id as member from handling t join case_file c on c.kind = 'handlings' and c.id = t.id
             where t.member_id in (:members) and c.closed_at is null\
            """).with("members", members).list(Open.class);
    }

    void insert(long id, long member, ProposalRequest request) {
        rows.sql("""
            insert into handling (id, member_id, grounds, since_on, measure, evidence, appeal)
            values (:id, :member, :grounds, :sinceOn, :measure, :evidence, :appeal)\
            """)
                .with("id", id)
                .with("member", member)
                .with(request)
                .with("appeal", Appeal.NONE)
                .update();
    }

    /** He is heard and it is voted anew; the journal keeps what was. */
    void restart(long id, HeavierRequest request) {
        rows.sql("""
            update handling set measure = :measure, evidence = :evidence, noticed_on = null, hearing_until = null,
                   voted_on = null, entitled = null, present = null, yes = null, correct_until = null,
                   appeal = :appeal
             where id = :id\
            """).with("id", id).with(request).with("appeal", Appeal.NONE).update();
    }

    void notice(long id, LocalDate day, LocalDate until) {
        rows.sql("update handling set noticed_on = :day, hearing_until = :until where id = :id")
                .with("id", id)
                .with("day", day)
                .with("until", until)
                .update();
    }

    void vote(long id, LocalDate day, Ballot ballot) {
        rows.sql("""
            update handling set voted_on = :day, entitled = :entitled, present = :present, yes = :yes where id = :id\
            """).with("id", id).with("day", day).with(ballot).update();
    }

    void correct(long id, LocalDate until) {
        rows.sql("update handling set correct_until = :until where id = :id")
                .with("id", id)
                .with("until", until)
                .update();
    }

    void appeal(long id, Appeal appeal) {
        rows.sql("update handling set appeal = :appeal where id = :id")
                .with("id", id)
                .with("appeal", appeal)
                .update();
    }
}
