package cn.dangjian.assessment.appraise.report;

import cn.dangjian.assessment.appraise.report.WriteReport.KeptRequest;
import cn.dangjian.assessment.appraise.report.WriteReport.ReportRequest;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables {@code report}, {@code promise}, {@code promise_kept} and {@code report_comment}. */
@Repository
@Unscoped("of an object that was found in the caller's scope")
class ReportTable {

    private final Rows rows;

    ReportTable(Rows rows) {
        this.rows = rows;
    }

    record Report(String words, String problems, long version) {}

    /** What was promised, and what the report of the next year says of it; null while it says nothing. */
    record Promise(long id, String words, @Nullable String became) {}

    record Comment(long id, String words, String subject, LocalDateTime at) {}

    private record PromiseRow(int place, String words) {}

    Optional<Report> find(long appraised) {
        return rows.unscoped("select words, problems, version from report where appraised_id = :appraised")
                .with("appraised", appraised)
                .find(Report.class);
    }

    /** One at a time writes an object's report. */
    void lock(long appraised) {
        rows.unscoped("select id from appraised where id = :appraised for update")
                .with("appraised", appraised)
                .lock();
    }

    /** What an object has promised, and what {@code next}, its report of the next year, says of it. */
    List<Promise> listPromises(long appraised, long next) {
        return rows.unscoped("""
            select p.id, p.words, k.words became
              from promise p left join promise_kept k on k.promise_id = p.id and k.appraised_id = :next
             where p.appraised_id = :appraised order by p.place\
            """)
                .with("appraised", appraised)
                .with("next", next)
                .list(Promise.class);
    }

    List<Comment> listComments(long appraised) {
        return rows.unscoped("""
            select id, words, subject, at from report_comment where appraised_id = :appraised order by id\
            """).with("appraised", appraised).list(Comment.class);
    }

    /** What a report says instead of what it said. */
    void save(long appraised, ReportRequest request, Desk desk) {
        rows.sql("""
            insert into report (appraised_id, words, problems, version, subject, at)
            values (:appraised, :words, :problems, 1, :subject, :at)
            on duplicate key update words = values(words), problems = values(problems), version = version + 1,
                subject = values(subject), at = values(at)\
            """)
                .with("appraised", appraised)
                .with("words", request.words())
                .with("problems", request.problems())
                .by(desk)
                .update();
        replacePromises(appraised, request.promises());
        replaceKept(appraised, request.kept());
    }

    private void replacePromises(long appraised, List<String> words) {
        rows.sql("delete from promise where appraised_id = :appraised")
                .with("appraised", appraised)
                .update();
        var promises = new ArrayList<PromiseRow>();
        for (String one : words) promises.add(new PromiseRow(promises.size(), one));
        rows.sql("insert into promise (appraised_id, place, words) values (:appraised, :place, :words)")
                .with("appraised", appraised)
                .each(promises);
    }

    private void replaceKept(long appraised, List<KeptRequest> kept) {
        rows.sql("delete from promise_kept where appraised_id = :appraised")
                .with("appraised", appraised)
                .update();
        rows.sql("insert into promise_kept (appraised_id, promise_id, words) values (:appraised, :promise, :words)")
                .with("appraised", appraised)
                .each(kept);
    }

    void comment(long appraised, String words, Desk desk) {
        rows.sql("""
            insert into report_comment (appraised_id, words, subject, at) values (:appraised, :words, :subject, :at)\
            """).with("appraised", appraised).with("words", words).by(desk).update();
    }
}
