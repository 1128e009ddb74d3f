package cn.dangjian.member.care.discipline;

import static cn.dangjian.member.care.discipline.DisciplineRefusal.UNKNOWN;

import cn.dangjian.member.care.discipline.DisciplineEntry.Opened;
import cn.dangjian.member.person.privacy.Reading.What;
import cn.dangjian.member.person.privacy.Readings;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Slice;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 查阅: shows entries to one of those who may, for a purpose, and writes that down; as a reading of a list, for a reading
 * of one person would tell his branch, and himself, that there is something.
 */
@Service
class ReadEntries {

    private final DisciplineRepository entries;
    private final DisciplineReaders readers;
    private final Readings readings;
    private final Members members;

    ReadEntries(DisciplineRepository entries, DisciplineReaders readers, Readings readings, Members members) {
        this.entries = entries;
        this.readers = readers;
        this.readings = readings;
        this.members = members;
    }

    /** Those that hold, the newest first. */
    @Transactional
    List<Opened> read(String purpose, Slice slice, Desk desk) {
        UNKNOWN.unless(readers.may(desk));
        var opened = entries.list(slice, desk.scope());
        readings.tellOfMany(What.LIST, Math.min(opened.size(), slice.limit()), purpose, desk);
        return opened;
    }

    /** All of one person, also those that hold no more. */
    @Transactional
    List<Opened> readOf(long member, String purpose, Desk desk) {
        UNKNOWN.unless(readers.may(desk));
        UNKNOWN.when(members.find(member, desk.scope()).isEmpty());
        var opened = entries.listOf(member, desk.scope());
        readings.tellOfMany(What.LIST, opened.size(), purpose, desk);
        return opened;
    }
}
