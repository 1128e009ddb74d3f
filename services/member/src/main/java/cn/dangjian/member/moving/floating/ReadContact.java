package cn.dangjian.member.moving.floating;

import static cn.dangjian.member.moving.floating.FloatingRefusal.NOT_READER;
import static cn.dangjian.member.moving.floating.FloatingRefusal.NO_CONTACT;
import static cn.dangjian.member.moving.floating.FloatingRefusal.UNKNOWN;

import cn.dangjian.member.moving.floating.Floating.State;
import cn.dangjian.member.person.privacy.Readers;
import cn.dangjian.member.person.privacy.Reading.What;
import cn.dangjian.member.person.privacy.Readings;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.platform.directory.desk.Desk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 查阅: shows either end how to reach somebody who is away, for a purpose, and writes that down. */
@Service
class ReadContact {

    private final FloatingRepository floatings;
    private final Readers readers;
    private final Readings readings;
    private final Members members;

    ReadContact(FloatingRepository floatings, Readers readers, Readings readings, Members members) {
        this.floatings = floatings;
        this.readers = readers;
        this.readings = readings;
        this.members = members;
    }

    @Transactional
    String read(long id, String purpose, Desk desk) {
        var floating = floatings.find(id, desk.scope()).orElseThrow(UNKNOWN);
        NOT_READER.unless(readers.may(desk));
        NO_CONTACT.when(!State.OPEN.contains(floating.state()) && isStranger(floating.member(), desk));
        var contact = floatings.findContact(id).orElseThrow(NO_CONTACT);
        readings.tell(What.FILE, floating.member(), purpose, desk);
        return contact;
    }

    /** When the stay is over, how to reach him is for those who keep his file now. */
    private boolean isStranger(long member, Desk desk) {
        return members.find(member, desk.scope()).isEmpty();
    }
}
