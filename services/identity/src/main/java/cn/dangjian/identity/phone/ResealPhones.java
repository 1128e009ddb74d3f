package cn.dangjian.identity.phone;

import cn.dangjian.identity.personal.PersonalData;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** 密钥轮换: puts numbers under the current key after it was changed, while everything runs. */
@Service
class ResealPhones {

    private static final int CHUNK = 500;

    private final PhoneRepository phones;
    private final PersonalData personalData;

    ResealPhones(PhoneRepository phones, PersonalData personalData) {
        this.phones = phones;
        this.personalData = personalData;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    @SchedulerLock(name = "reseal-phones")
    void reseal() {
        var rows = phones.listUnderOtherKeys(personalData.currentKey(), CHUNK);
        while (!rows.isEmpty()) {
            for (var row : rows) {
                var field = StorePhone.field(row.account());
                phones.reseal(row, personalData.seal(personalData.open(row.phone(), field), field));
            }
            rows = phones.listUnderOtherKeys(personalData.currentKey(), CHUNK);
        }
    }
}
