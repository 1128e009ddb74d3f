package cn.dangjian.organization.field.candidate;

import cn.dangjian.organization.field.candidate.Candidate.State;
import cn.dangjian.organization.field.weak.ScreenUnit;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 研究候选: the county takes a candidate up as a weak unit, which another person then confirms, or says why not. */
@Service
class DecideCandidate {

    private final CandidateRepository candidates;
    private final CandidateBook book;
    private final ScreenUnit screening;
    private final Cases<State, CandidateStep> cases;

    DecideCandidate(CandidateRepository candidates, CandidateBook book, ScreenUnit screening, CaseStore store) {
        this.candidates = candidates;
        this.book = book;
        this.screening = screening;
        this.cases = store.of(CandidateStep.KIND);
    }

    /** @param types the official problem types that were found there */
    record AcceptRequest(
            @NotEmpty @Size(max = 10) List<@NotBlank @Size(max = 24) String> types,

            @NotBlank @Size(max = 1000) @Stripped(lines = true)
            String note) {}

    @Transactional
    Candidate accept(long id, AcceptRequest request, Seen seen, Desk desk) {
        var held = cases.hold(id, desk)
                .may(CandidateStep.ACCEPTED, Said.today(desk).note(request.note()), seen);
        long weakCase = screening.takeUp(held.file().unit(), id, request.types(), request.note(), desk);
        held.take();
        return decided(id, weakCase, null, desk);
    }

    @Transactional
    Candidate refuse(long id, String reason, Seen seen, Desk desk) {
        cases.hold(id, desk)
                .may(CandidateStep.REFUSED, Said.today(desk).note(reason), seen)
                .take();
        return decided(id, null, reason, desk);
    }

    private Candidate decided(long id, @Nullable Long weakCase, @Nullable String reason, Desk desk) {
        candidates.decide(id, weakCase, reason, desk.today());
        book.announce(List.of(id), desk.subject());
        return candidates.find(id, desk.scope()).orElseThrow();
    }
}
