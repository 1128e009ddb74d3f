package cn.dangjian.organization.people.matter;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 加密与密钥轮换: encrypts reports that were stored in plain text before, and puts those under the current key that are
 * under another one, while everything runs.
 */
@Service
class SealReports {

    private static final int AT_ONCE = 200;

    private final ReportRepository reports;
    private final TransactionTemplate transaction;

    SealReports(ReportRepository reports, TransactionTemplate transaction) {
        this.reports = reports;
        this.transaction = transaction;
    }

    @Scheduled(initialDelayString = "PT1S", fixedDelayString = "PT1H")
    @SchedulerLock(name = "seal-reports")
    void seal() {
        boolean more = true;
        while (more) more = Boolean.TRUE.equals(transaction.execute(status -> sealSome()));
    }

    private boolean sealSome() {
        var rows = reports.listUnderOtherKeys(AT_ONCE);
        rows.forEach(row -> reports.seal(row.id(), row.content()));
        return rows.size() == AT_ONCE;
    }
}
