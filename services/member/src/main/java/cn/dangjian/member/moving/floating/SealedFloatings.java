package cn.dangjian.member.moving.floating;

import cn.dangjian.platform.seals.SealedRows;
import cn.dangjian.platform.seals.SealedTable;
import org.springframework.stereotype.Component;

/** How to reach those who are away. */
@Component
class SealedFloatings implements SealedRows {

    @Override
    public SealedTable sealed() {
        return SealedTable.of("floating", "id").value("sealed_contact", "contact");
    }
}
