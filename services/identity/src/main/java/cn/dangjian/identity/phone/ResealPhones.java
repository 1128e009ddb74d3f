package cn.dangjian.identity.phone;

import cn.dangjian.platform.seals.SealedRows;
import cn.dangjian.platform.seals.Seals;
import org.springframework.stereotype.Service;

/** 密钥轮换: puts numbers under the current key after it was changed. */
@Service
class ResealPhones implements SealedRows {

    private final PhoneRepository phones;
    private final Seals seals;

    ResealPhones(PhoneRepository phones, Seals seals) {
        this.phones = phones;
        this.seals = seals;
    }

    @Override
    public int reseal(int most) {
        var rows = phones.listUnderOtherKeys(seals.currentKey(), most);
        rows.forEach(row -> phones.reseal(row, seals.reseal(row.phone(), StorePhone.field(row.account()))));
        return rows.size();
    }
}
