package cn.dangjian.organization.people.posting;

import cn.dangjian.organization.people.posting.Posting.Party;
import cn.dangjian.organization.tree.rule.Catalogue;
import cn.dangjian.organization.tree.rulebook.Rulebook;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 选派: a county or above sends a first secretary to a village, with the three parties that manage him. */
@Service
class PostSecretary {

    private static final Set<Tier> SENDERS = Set.of(Tier.PROVINCE, Tier.CITY, Tier.COUNTY);

    private final PostingRepository postings;
    private final Catalogue catalogue;
    private final Rulebook rulebook;
    private final Directory directory;
    private final Days days;

    PostSecretary(PostingRepository postings, Catalogue catalogue, Rulebook rulebook, Directory directory, Days days) {
        this.postings = postings;
        this.catalogue = catalogue;
        this.rulebook = rulebook;
        this.directory = directory;
        this.days = days;
    }

    @Transactional
    Outcome post(Posting posting, List<Party> parties, Caller caller) {
        postings.lock(posting.unitId());
        var own = directory.unitOf(caller);
        var scope = Scope.subtree(own.path());
        var village = directory
                .find(posting.unitId(), scope)
                .filter(unit -> unit.tier() == Tier.VILLAGE && !unit.isAbolished());
        if (village.isEmpty()) return new Outcome.NoSuchVillage();
        if (!SENDERS.contains(own.tier())) return new Outcome.NotSender();
        var refusal = refuse(posting, parties, village.get(), scope);
        if (refusal != null) return refusal;

        return new Outcome.Posted(
                postings.find(postings.insert(posting, parties), scope).orElseThrow());
    }

    private @Nullable Outcome refuse(Posting posting, List<Party> parties, Unit village, Scope scope) {
        int months = rulebook.on(days.today()).number("posting.term.months.min", village.path());
        var least = posting.fromOn().plusMonths(months);
        if (posting.untilOn().isBefore(least)) return new Outcome.TooShort(least);
        if (!areTheThree(parties)) return new Outcome.PartiesMissing();
        return postings.findFrom(village.id(), posting.fromOn(), scope)
                .<Outcome>map(there -> new Outcome.Occupied())
                .orElse(null);
    }

    private boolean areTheThree(List<Party> parties) {
        var named = new HashSet<>(parties.stream().map(Party::party).toList());
        var all = catalogue.of("MANAGING_PARTY").stream()
                .map(Catalogue.Entry::code)
                .toList();
        return named.size() == parties.size() && named.equals(new HashSet<>(all));
    }

    sealed interface Outcome {
        record Posted(Posting posting) implements Outcome {}

        record NoSuchVillage() implements Outcome {}

        record NotSender() implements Outcome {}

        record TooShort(LocalDate least) implements Outcome {}

        record PartiesMissing() implements Outcome {}

        /** Another one is there on that day or later. */
        record Occupied() implements Outcome {}
    }
}
