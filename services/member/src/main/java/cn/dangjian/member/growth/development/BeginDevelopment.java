package cn.dangjian.member.growth.development;

import static cn.dangjian.member.growth.development.DevelopmentRefusal.NOT_COMING;
import static cn.dangjian.member.growth.development.DevelopmentRefusal.OPEN;
import static cn.dangjian.member.growth.development.DevelopmentRefusal.UNKNOWN;
import static cn.dangjian.member.growth.development.DevelopmentStep.APPLIED;

import cn.dangjian.member.growth.development.Development.State;
import cn.dangjian.member.growth.development.TakeStep.StepRequest;
import cn.dangjian.member.growth.edition.Outcome;
import cn.dangjian.member.person.register.Member;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 接收申请: a branch takes somebody along who has asked to be admitted; his application is the first step. */
@Service
class BeginDevelopment {

    private final DevelopmentRepository developments;
    private final Members members;
    private final Becoming becoming;
    private final Ways ways;
    private final Cases<State, DevelopmentStep> cases;

    BeginDevelopment(
            DevelopmentRepository developments, Members members, Becoming becoming, Ways ways, CaseStore store) {
        this.developments = developments;
        this.members = members;
        this.becoming = becoming;
        this.ways = ways;
        this.cases = store.of(DevelopmentStep.KIND);
    }

    record ApplicationRequest(
            @NotBlank @Size(max = 500) @Stripped(lines = true)
            String evidence) {}

    @Transactional
    Development begin(long id, ApplicationRequest request, Desk desk) {
        var member = members.hold(id, desk.scope()).orElseThrow(UNKNOWN);
        var branch = desk.find(member.unit()).orElseThrow(UNKNOWN);
        cases.mayOpen(APPLIED, branch, desk);
        OPEN.when(developments.isOpen(id));
        NOT_COMING.unless(isComing(member));
        var day = becoming.appliedOn(id).orElseThrow(NOT_COMING);
        var application = StepRequest.plain(APPLIED, day, request.evidence());
        var due = ways.of(List.of(), branch.path(), day)
                .take(application.proposed(Outcome.DONE, member.birthOn(), 0, null));

        var row = application.row(due.step().edition(), Outcome.DONE, false, desk);
        var next = ways.of(List.of(row), branch.path(), day).nextDay(desk.today());
        var opened = cases.open(APPLIED, branch, null, Said.on(day).note(request.evidence()), next, desk);
        developments.insert(opened.id(), id);
        developments.add(opened.id(), row);
        return developments.find(opened.id(), desk.scope()).orElseThrow();
    }

    private static boolean isComing(Member member) {
        return member.status().isComing() || member.status() == Status.PROBATIONARY;
    }
}
