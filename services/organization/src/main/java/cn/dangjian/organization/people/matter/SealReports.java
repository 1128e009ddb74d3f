package cn.dangjian.organization.people.matter;

import cn.dangjian.platform.seals.SealedRows;
import org.springframework.stereotype.Service;

/**
 * 加密与密钥轮换: encrypts reports that were stored in plain text before, and puts those under the current key that are
 * under another one.
 */
@Service
class SealReports implements SealedRows {

    private final ReportRepository reports;

    SealReports(ReportRepository reports) {
        this.reports = reports;
    }

    @Override
    public int reseal(int most) {
        var rows = reports.listUnderOtherKeys(most);
        rows.forEach(row -> reports.seal(row.id(), row.content()));
        return rows.size();
    }
}
