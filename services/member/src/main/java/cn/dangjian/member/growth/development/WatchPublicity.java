package cn.dangjian.member.growth.development;

import static cn.dangjian.member.growth.development.DevelopmentRefusal.ANSWERED;
import static cn.dangjian.member.growth.development.DevelopmentRefusal.NO_SUCH_OBJECTION;
import static cn.dangjian.member.growth.development.DevelopmentRefusal.UNKNOWN;

import cn.dangjian.member.growth.development.Development.State;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 公示异议: what is objected is written down, and holds the way up until it is answered. */
@Service
class WatchPublicity {

    private final DevelopmentRepository developments;
    private final Cases<State, DevelopmentStep> cases;

    WatchPublicity(DevelopmentRepository developments, CaseStore store) {
        this.developments = developments;
        this.cases = store.of(DevelopmentStep.KIND);
    }

    record ObjectionRequest(
            @NotNull LocalDate day,

            @NotBlank @Size(max = 1000) @Stripped(lines = true)
            String text) {}

    @Transactional
    Development object(long id, ObjectionRequest request, Seen seen, Desk desk) {
        var said = Said.on(request.day()).note(request.text());
        cases.hold(id, desk).may(DevelopmentStep.OBJECTED, said, seen).take();
        developments.object(id, request.day(), request.text(), desk);
        return developments.find(id, desk.scope()).orElseThrow(UNKNOWN);
    }

    @Transactional
    Development answer(long id, long objection, String answer, Seen seen, Desk desk) {
        var held = cases.hold(id, desk);
        var found = developments.listObjections(id, desk.scope()).stream()
                .filter(one -> one.id() == objection)
                .findFirst()
                .orElseThrow(NO_SUCH_OBJECTION);
        held.may(DevelopmentStep.ANSWERED, Said.today(desk).note(answer), seen);
        ANSWERED.when(found.answer() != null);

        held.take();
        developments.answer(objection, answer, desk);
        return developments.find(id, desk.scope()).orElseThrow(UNKNOWN);
    }
}
