package cn.dangjian.member.care.discipline;

import static cn.dangjian.member.care.discipline.DisciplineRefusal.ENDED;
import static cn.dangjian.member.care.discipline.DisciplineRefusal.UNKNOWN;
import static cn.dangjian.member.care.discipline.DisciplineRefusal.WRONG_DAY;

import cn.dangjian.member.person.register.Members;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 登记、销号: a county writes down what there is about somebody, and when it does not hold any more. */
@Service
class KeepEntries {

    private final DisciplineRepository entries;
    private final DisciplineReaders readers;
    private final Members members;

    KeepEntries(DisciplineRepository entries, DisciplineReaders readers, Members members) {
        this.entries = entries;
        this.readers = readers;
        this.members = members;
    }

    record EntryRequest(
            @NotNull LocalDate sinceOn,

            @NotBlank @Size(max = 500) @Stripped(lines = true)
            String text) {

        /** Never in a log. */
        @Override
        public String toString() {
            return "EntryRequest[]";
        }
    }

    record EndRequest(
            @NotNull LocalDate on,
            @NotBlank @Size(max = 100) @Stripped String document) {}

    @Transactional
    DisciplineEntry enter(long id, EntryRequest request, Desk desk) {
        UNKNOWN.unless(readers.may(desk));
        var member = members.hold(id, desk.scope()).orElseThrow(UNKNOWN);
        refuse(request.sinceOn(), member.birthOn(), desk);

        long entry = entries.insert(id, request, desk);
        return entries.find(entry, desk.scope()).orElseThrow();
    }

    @Transactional
    DisciplineEntry end(long id, EndRequest request, Seen seen, Desk desk) {
        UNKNOWN.unless(readers.may(desk));
        var entry = entries.find(id, desk.scope()).orElseThrow(UNKNOWN);
        seen.require(entry.version());
        ENDED.when(entry.endedOn() != null);
        refuse(request.on(), entry.sinceOn(), desk);

        entries.end(entry, request);
        return entries.find(id, desk.scope()).orElseThrow();
    }

    private static void refuse(LocalDate day, LocalDate earliest, Desk desk) {
        if (day.isBefore(earliest) || day.isAfter(desk.today()))
            throw WRONG_DAY.with(earliest.toString(), desk.today().toString());
    }
}
