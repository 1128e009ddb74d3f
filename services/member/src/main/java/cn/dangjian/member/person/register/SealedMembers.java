package cn.dangjian.member.person.register;

import cn.dangjian.platform.seals.SealedRows;
import cn.dangjian.platform.seals.SealedTable;
import org.springframework.stereotype.Component;

/** What is sealed of people, where {@link cn.dangjian.member.person.privacy.Vault} puts it. */
@Component
class SealedMembers implements SealedRows {

    @Override
    public SealedTable sealed() {
        return SealedTable.of("member", "id")
                .value("sealed_number", "number")
                .value("sealed_phone", "phone")
                .value("sealed_address", "address");
    }
}
