package cn.dangjian.member.care.lost;

import static cn.dangjian.member.care.lost.LostRefusal.DAY_AHEAD;
import static cn.dangjian.member.care.lost.LostRefusal.MEMBER_UNKNOWN;
import static cn.dangjian.member.care.lost.LostRefusal.NOT_MEMBER;
import static cn.dangjian.member.care.lost.LostRefusal.OPEN;

import cn.dangjian.member.care.lost.LostCase.State;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 上报失联: a branch says that it cannot reach one of its members, and begins to search. */
@Service
class OpenLostCase {

    private final LostRepository lost;
    private final Members members;
    private final Cases<State, LostStep> cases;

    OpenLostCase(LostRepository lost, Members members, CaseStore store) {
        this.lost = lost;
        this.members = members;
        this.cases = store.of(LostStep.KIND);
    }

    /** @param census the yearly census whose result proposed it; null if none did */
    record LostRequest(
            @NotNull LocalDate lastContactOn,

            @NotBlank @Size(max = 500) @Stripped(lines = true)
            String note,

            @Nullable @Positive Long census) {}

    @Transactional
    LostCase open(long id, LostRequest request, Desk desk) {
        var member = members.hold(id, desk.scope()).orElseThrow(MEMBER_UNKNOWN);
        var unit = desk.known(member.unit()).orElseThrow(MEMBER_UNKNOWN);
        cases.mayOpen(LostStep.OPENED, unit, desk);
        NOT_MEMBER.unless(member.status().isMember());
        var other = lost.findOpen(id);
        if (other.isPresent()) throw OPEN.with(String.valueOf(other.get()));
        if (request.lastContactOn().isAfter(desk.today()))
            throw DAY_AHEAD.with(desk.today().toString());

        var opened = cases.open(LostStep.OPENED, unit, Said.today(desk).note(request.note()), desk);
        lost.insert(opened.id(), id, request);
        return lost.find(opened.id(), desk.scope()).orElseThrow();
    }
}
