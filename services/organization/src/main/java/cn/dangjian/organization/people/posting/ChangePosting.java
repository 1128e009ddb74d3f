package cn.dangjian.organization.people.posting;

import cn.dangjian.organization.people.posting.Posting.Bound;
import cn.dangjian.organization.tree.rule.Catalogue;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 三个捆绑与任满: a township or above writes down what the sending unit is bound to; a county or above ends a posting. */
@Service
class ChangePosting {

    private static final Set<Tier> BELOW = Set.of(Tier.VILLAGE, Tier.BRANCH);
    private static final String MONEY = "MONEY";

    private final PostingRepository postings;
    private final Catalogue catalogue;
    private final Directory directory;
    private final Days days;

    ChangePosting(PostingRepository postings, Catalogue catalogue, Directory directory, Days days) {
        this.postings = postings;
        this.catalogue = catalogue;
        this.directory = directory;
        this.days = days;
    }

    record Ending(
            long posting,
            LocalDate on,
            String reason,
            @Nullable String ifMatch) {}

    @Transactional
    Outcome bind(long id, Bound bound, Caller caller) {
        var own = directory.unitOf(caller);
        var scope = Scope.subtree(own.path());
        var found = postings.find(id, scope);
        if (found.isEmpty()) return new Outcome.Unknown();
        if (BELOW.contains(own.tier())) return new Outcome.NotYours();
        if (catalogue.find("BOUND", bound.kind()).isEmpty()) return new Outcome.NoSuchKind(bound.kind());
        if (bound.kind().equals(MONEY) && bound.fen() == null) return new Outcome.NoMoney();
        if (bound.boundOn().isAfter(days.today())) return new Outcome.WrongDay();

        postings.bind(found.get(), bound, caller.subject(), days.now());
        return new Outcome.Changed(found.get());
    }

    @Transactional
    Outcome end(Ending ending, Caller caller) {
        var own = directory.unitOf(caller);
        var scope = Scope.subtree(own.path());
        var found = postings.find(ending.posting(), scope);
        if (found.isEmpty()) return new Outcome.Unknown();
        if (BELOW.contains(own.tier()) || own.tier() == Tier.TOWNSHIP) return new Outcome.NotYours();
        var posting = found.get();
        ETags.requireMatch(ending.ifMatch(), posting.version());
        if (posting.endedOn() != null) return new Outcome.Ended();
        if (ending.on().isBefore(posting.fromOn()) || ending.on().isAfter(days.today())) return new Outcome.WrongDay();

        postings.end(posting, ending.on(), ending.reason());
        return new Outcome.Changed(postings.find(posting.id(), scope).orElseThrow());
    }

    sealed interface Outcome {
        record Changed(Posting posting) implements Outcome {}

        record Unknown() implements Outcome {}

        record NotYours() implements Outcome {}

        record NoSuchKind(String kind) implements Outcome {}

        record NoMoney() implements Outcome {}

        record WrongDay() implements Outcome {}

        record Ended() implements Outcome {}
    }
}
