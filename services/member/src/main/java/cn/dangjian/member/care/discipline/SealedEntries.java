package cn.dangjian.member.care.discipline;

import cn.dangjian.platform.seals.SealedRows;
import cn.dangjian.platform.seals.SealedTable;
import org.springframework.stereotype.Component;

/** What there is about members (违纪违法排查). */
@Component
class SealedEntries implements SealedRows {

    @Override
    public SealedTable sealed() {
        return SealedTable.of("discipline_entry", "id").value("sealed_text", "text");
    }
}
