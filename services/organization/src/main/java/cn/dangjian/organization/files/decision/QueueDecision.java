package cn.dangjian.organization.files.decision;

import static cn.dangjian.organization.files.decision.DecisionRefusal.AT_WORK;
import static cn.dangjian.organization.files.decision.DecisionRefusal.NOTHING_OPEN;

import cn.dangjian.organization.tree.batch.DecideAll;
import cn.dangjian.platform.directory.desk.Desk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 全部批准、全部退回: lets all proposals of a file be decided in the background; one word at a time. */
@Service
class QueueDecision {

    private final DecisionTable decisions;
    private final ProposedFiles files;
    private final DecideAll decideAll;
    private final ApplicationEventPublisher publisher;

    QueueDecision(
            DecisionTable decisions, ProposedFiles files, DecideAll decideAll, ApplicationEventPublisher publisher) {
        this.decisions = decisions;
        this.files = files;
        this.decideAll = decideAll;
        this.publisher = publisher;
    }

    /** That there is something to do. */
    record Queued() {}

    /**
     * What is said about all proposals of a file.
     *
     * @param accessVersion of what the caller may do, by the token; null if that carries none
     */
    record Word(
            boolean approves,
            @Nullable String note,
            @Nullable Long accessVersion) {}

    @Transactional
    Decision queue(long intake, Word word, Desk desk) {
        files.lock(intake);
        files.requireProposed(intake, desk.scope());
        AT_WORK.when(decisions.last(intake).filter(Decision::isAtWork).isPresent());
        int open = decideAll.open(intake, desk.caller());
        NOTHING_OPEN.when(open == 0);

        decisions.insert(intake, word, open, desk);
        publisher.publishEvent(new Queued());
        return decisions.last(intake).orElseThrow();
    }
}
