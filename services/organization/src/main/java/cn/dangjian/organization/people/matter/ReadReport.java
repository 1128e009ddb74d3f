package cn.dangjian.organization.people.matter;

import cn.dangjian.organization.people.matter.Report.Content;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.events.Outbox;
import cn.dangjian.platform.web.caller.Caller;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 查阅: shows a report to one of the few who may read it, writes that down and tells the audit trail. */
@Service
class ReadReport {

    private static final String TYPE = "organization.personal-data-read.v1";
    private static final String KIND = "personal-matter-report";

    private final ReportRepository reports;
    private final Readers readers;
    private final Outbox outbox;
    private final Days days;

    ReadReport(ReportRepository reports, Readers readers, Outbox outbox, Days days) {
        this.reports = reports;
        this.readers = readers;
        this.outbox = outbox;
        this.days = days;
    }

    /** The data of {@code contracts/events/personal-data-read.v1}. */
    record PersonalDataRead(String kind, long id, long account, long post, String purpose, Instant at) {}

    @Transactional
    Outcome read(long id, String purpose, Caller caller) {
        var scope = readers.scope(caller);
        var found = scope.flatMap(visible -> reports.find(id, visible));
        if (scope.isEmpty() || found.isEmpty()) return new Outcome.NoSuchReport();

        var now = days.now();
        var report = found.get();
        long reading = reports.read(report, caller, purpose, now);
        outbox.append(
                TYPE,
                "personal-data-read:" + reading,
                1,
                caller.subject(),
                new PersonalDataRead(KIND, id, caller.account().value(), caller.post(), purpose, now));
        return new Outcome.Read(report, reports.getContent(report, scope.get()));
    }

    sealed interface Outcome {
        record Read(Report report, Content content) implements Outcome {}

        record NoSuchReport() implements Outcome {}
    }
}
