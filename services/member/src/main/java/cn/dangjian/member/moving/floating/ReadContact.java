package cn.dangjian.member.moving.floating;

import static cn.dangjian.member.moving.floating.FloatingRefusal.NOT_READER;
import static cn.dangjian.member.moving.floating.FloatingRefusal.NO_CONTACT;
import static cn.dangjian.member.moving.floating.FloatingRefusal.UNKNOWN;

import cn.dangjian.member.person.privacy.Readers;
import cn.dangjian.member.person.privacy.Reading.What;
import cn.dangjian.member.person.privacy.Readings;
import cn.dangjian.platform.directory.desk.Desk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 查阅: shows either end how to reach somebody who is away, for a purpose, and writes that down. */
@Service
class ReadContact {

    private final FloatingRepository floatings;
    private final Readers readers;
    private final Readings readings;

    ReadContact(FloatingRepository floatings, Readers readers, Readings readings) {
        this.floatings = floatings;
        this.readers = readers;
        this.readings = readings;
    }

    @Transactional
    String read(long id, String purpose, Desk desk) {
        var floating = floatings.find(id, desk.scope()).orElseThrow(UNKNOWN);
        NOT_READER.unless(readers.may(desk));
        var contact = floatings.findContact(id).orElseThrow(NO_CONTACT);
        readings.tell(What.FILE, floating.member(), purpose, desk);
        return contact;
    }
}
