package cn.dangjian.member.sheets.exports;

import cn.dangjian.member.person.privacy.Reading.What;
import cn.dangjian.member.person.privacy.Readings;
import cn.dangjian.platform.directory.desk.Desk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 导出留痕: one reading for each file with numbers, before it is sent. */
@Service
class TellExport {

    private final Readings readings;

    TellExport(Readings readings) {
        this.readings = readings;
    }

    @Transactional
    void tell(String purpose, int people, Desk desk) {
        readings.tellOfMany(What.EXPORT, people, purpose, desk);
    }
}
