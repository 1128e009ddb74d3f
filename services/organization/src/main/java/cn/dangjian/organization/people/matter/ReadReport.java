package cn.dangjian.organization.people.matter;

import static cn.dangjian.organization.people.matter.MatterRefusal.UNKNOWN;

import cn.dangjian.organization.people.matter.Report.Content;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.events.Outbox;
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

    ReadReport(ReportRepository reports, Readers readers, Outbox outbox) {
        this.reports = reports;
        this.readers = readers;
        this.outbox = outbox;
    }

    /** The data of {@code contracts/events/personal-data-read.v1}. */
    record PersonalDataRead(String kind, long id, long account, long post, String purpose, Instant at) {}

    record Read(Report report, Content content) {}

    @Transactional
    Read read(long id, String purpose, Desk desk) {
        var scope = readers.scope(desk).orElseThrow(UNKNOWN);
        var report = reports.find(id, scope).orElseThrow(UNKNOWN);

        var caller = desk.caller();
        long reading = reports.read(report, purpose, desk);
        outbox.append(
                TYPE,
                "personal-data-read:" + reading,
                1,
                desk.subject(),
                new PersonalDataRead(KIND, id, caller.account().value(), caller.post(), purpose, desk.now()));
        return new Read(report, reports.getContent(report, scope));
    }
}
