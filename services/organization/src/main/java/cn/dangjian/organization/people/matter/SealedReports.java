package cn.dangjian.organization.people.matter;

import cn.dangjian.platform.seals.SealedRows;
import cn.dangjian.platform.seals.SealedTable;
import org.springframework.stereotype.Component;

/** Reports; some were stored in plain text before. */
@Component
class SealedReports implements SealedRows {

    @Override
    public SealedTable sealed() {
        return SealedTable.of("personal_matter_report", "id")
                .value("sealed_name", "name", "name")
                .value("sealed_content", "content", "content");
    }
}
