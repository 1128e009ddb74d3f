package cn.dangjian.identity.phone;

import cn.dangjian.platform.seals.SealedRows;
import cn.dangjian.platform.seals.SealedTable;
import org.springframework.stereotype.Component;

/** The numbers of accounts. */
@Component
class SealedPhones implements SealedRows {

    @Override
    public SealedTable sealed() {
        return SealedTable.of("account", "id").keyedBy("phone_key").value("phone", "phone");
    }
}
