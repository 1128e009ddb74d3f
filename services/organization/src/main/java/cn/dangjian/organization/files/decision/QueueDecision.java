package cn.dangjian.organization.files.decision;

import cn.dangjian.organization.files.intake.ProposedFiles;
import cn.dangjian.organization.tree.change.DecideAll;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.caller.Caller;
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
    private final Directory directory;
    private final ApplicationEventPublisher publisher;

    QueueDecision(
            DecisionTable decisions,
            ProposedFiles files,
            DecideAll decideAll,
            Directory directory,
            ApplicationEventPublisher publisher) {
        this.decisions = decisions;
        this.files = files;
        this.decideAll = decideAll;
        this.directory = directory;
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
            Caller caller,
            @Nullable Long accessVersion) {}

    @Transactional
    Outcome queue(long intake, Word word) {
        var caller = word.caller();
        decisions.lock(intake);
        var scope = Scope.subtree(directory.unitOf(caller).path());
        return switch (files.find(intake, scope)) {
            case NOT_SEEN -> new Outcome.NoSuchFile();
            case PROPOSES_NOTHING -> new Outcome.NothingOpen();
            case AT_WORK -> new Outcome.BeingRead();
            case PROPOSES -> {
                if (decisions.last(intake).filter(Decision::isAtWork).isPresent()) yield new Outcome.AtWork();
                int open = decideAll.open(intake, caller);
                if (open == 0) yield new Outcome.NothingOpen();
                decisions.insert(intake, word, open);
                publisher.publishEvent(new Queued());
                yield new Outcome.Asked(decisions.last(intake).orElseThrow());
            }
        };
    }

    sealed interface Outcome {
        record Asked(Decision decision) implements Outcome {}

        record NoSuchFile() implements Outcome {}

        record NothingOpen() implements Outcome {}

        /** Not all of its rows are proposals yet. */
        record BeingRead() implements Outcome {}

        record AtWork() implements Outcome {}
    }
}
