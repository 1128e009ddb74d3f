package cn.dangjian.member.moving.floating;

import static cn.dangjian.member.moving.floating.FloatingRefusal.DAY_AHEAD;
import static cn.dangjian.member.moving.floating.FloatingRefusal.MEMBER_UNKNOWN;
import static cn.dangjian.member.moving.floating.FloatingRefusal.NOT_MEMBER;
import static cn.dangjian.member.moving.floating.FloatingRefusal.OPEN;
import static cn.dangjian.member.moving.floating.FloatingRefusal.STAY_UNKNOWN;
import static cn.dangjian.member.moving.floating.FloatingRefusal.WRONG_PLACE;

import cn.dangjian.member.moving.floating.Floating.Place;
import cn.dangjian.member.moving.floating.Floating.State;
import cn.dangjian.member.person.register.Member;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 外出报备: a branch reports that one of its members stays elsewhere; he goes on belonging to it. */
@Service
class ReportFloating {

    private final FloatingRepository floatings;
    private final Members members;
    private final ContactDuty duty;
    private final Directory directory;
    private final Cases<State, FloatingStep> cases;

    ReportFloating(
            FloatingRepository floatings, Members members, ContactDuty duty, Directory directory, CaseStore store) {
        this.floatings = floatings;
        this.members = members;
        this.duty = duty;
        this.directory = directory;
        this.cases = store.of(FloatingStep.KIND);
    }

    /** @param stay the branch where he stays, if that is in the province */
    record ReportRequest(
            @NotNull Place place,
            @Nullable UnitId stay,
            @NotNull LocalDate reportedOn,
            @NotNull @Valid FloatingTexts texts) {}

    @Transactional
    Floating report(long id, ReportRequest request, Desk desk) {
        var member = members.hold(id, desk.scope()).orElseThrow(MEMBER_UNKNOWN);
        var unit = desk.known(member.unit()).orElseThrow(MEMBER_UNKNOWN);
        var step = request.place() == Place.INSIDE ? FloatingStep.REPORTED : FloatingStep.LEFT;
        cases.mayOpen(step, unit, desk);
        NOT_MEMBER.unless(member.status().isMember());
        var open = floatings.findOpen(id);
        if (open.isPresent()) throw OPEN.with(String.valueOf(open.get()));
        if (request.reportedOn().isAfter(desk.today()))
            throw DAY_AHEAD.with(desk.today().toString());
        WRONG_PLACE.when((request.place() == Place.INSIDE) != (request.stay() != null));

        var said = Said.on(request.reportedOn());
        var due = duty.next(unit, request.place(), request.reportedOn(), desk.today());
        var opened = cases.open(step, unit, stay(request.stay(), member), said, due, desk);
        floatings.insert(opened.id(), id, request);
        return floatings.find(opened.id(), desk.scope()).orElseThrow();
    }

    /** Also one that the caller does not see: that is where his member went. */
    private @Nullable Unit stay(@Nullable UnitId stay, Member member) {
        if (stay == null) return null;
        return directory.named(List.of(stay.value())).stream()
                .filter(unit -> !unit.isAbolished() && Members.holdsMembers(unit))
                .filter(unit -> !unit.id().equals(member.unit()))
                .findFirst()
                .orElseThrow(STAY_UNKNOWN);
    }
}
