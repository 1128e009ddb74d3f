package cn.dangjian.assessment.result.consequence;

import static cn.dangjian.assessment.result.consequence.ConsequenceRefusal.NOT_YOURS;
import static cn.dangjian.assessment.result.consequence.ConsequenceRefusal.NO_TALK;
import static cn.dangjian.assessment.result.consequence.ConsequenceRefusal.TALK_DAYS_UNFIT;
import static cn.dangjian.assessment.result.consequence.ConsequenceRefusal.TALK_MISSING;
import static cn.dangjian.assessment.result.consequence.ConsequenceRefusal.TALK_THERE;

import cn.dangjian.assessment.result.consequence.Consequence.State;
import cn.dangjian.assessment.result.ladder.Ladder;
import cn.dangjian.assessment.result.ladder.Ladder.Rung;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 谈话与落实: what was decided is carried out; of a talk a record is kept, and another person looks what came of it. */
@Service
class HoldTalk {

    private final ConsequenceRepository repository;
    private final TalkRepository talks;
    private final Ladder ladder;
    private final Cases<State, ConsequenceStep> cases;

    HoldTalk(ConsequenceRepository repository, TalkRepository talks, Ladder ladder, CaseStore store) {
        this.repository = repository;
        this.talks = talks;
        this.ladder = ladder;
        this.cases = store.of(ConsequenceStep.KIND);
    }

    /**
     * A talk that was held.
     *
     * @param byPost who talked, by the post, without a name
     * @param withPost with whom, likewise
     * @param words what was said
     * @param asked what was asked for
     * @param until the last day for that
     */
    record TalkRequest(
            @NotNull LocalDate day,
            @NotBlank @Size(max = 60) @Stripped String byPost,
            @NotBlank @Size(max = 60) @Stripped String withPost,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String words,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String asked,

            @NotNull LocalDate until) {}

    @Transactional
    Consequence talk(long id, TalkRequest request, Seen seen, Desk desk) {
        var held = cases.hold(id, desk)
                .may(ConsequenceStep.TALKED, Said.on(request.day()).note(request.words()), seen);
        var before = owned(id, desk);
        var rung = rung(before);
        if (!rung.talk()) throw NO_TALK.with(rung.name());
        TALK_THERE.when(talks.find(id).isPresent());
        var first = Objects.requireNonNull(before.decidedOn());
        if (request.day().isBefore(first) || request.until().isBefore(request.day())) throw TALK_DAYS_UNFIT.with(first);

        held.take(request.until());
        talks.insert(id, request, desk);
        return find(id, desk);
    }

    /** Of what is held as a talk there is a record before. */
    @Transactional
    Consequence settle(long id, String words, Seen seen, Desk desk) {
        var held = cases.hold(id, desk)
                .may(ConsequenceStep.SETTLED, Said.today(desk).note(words), seen);
        TALK_MISSING.when(rung(owned(id, desk)).talk() && talks.find(id).isEmpty());
        held.take();
        return find(id, desk);
    }

    private Rung rung(Consequence consequence) {
        return ladder.get(Objects.requireNonNull(consequence.measure()));
    }

    /** Whoever has decided talks, and looks what came of it; nobody else above. */
    private Consequence owned(long id, Desk desk) {
        var found = find(id, desk);
        NOT_YOURS.unless(desk.isOf(new UnitId(found.ownerId())));
        return found;
    }

    private Consequence find(long id, Desk desk) {
        return repository.find(id, desk.scope()).orElseThrow();
    }
}
