package cn.dangjian.organization.people.posting;

import static cn.dangjian.organization.people.posting.PostingRefusal.NOT_SENDER;
import static cn.dangjian.organization.people.posting.PostingRefusal.OCCUPIED;
import static cn.dangjian.organization.people.posting.PostingRefusal.PARTIES_MISSING;
import static cn.dangjian.organization.people.posting.PostingRefusal.TOO_SHORT;
import static cn.dangjian.organization.people.posting.PostingRefusal.UNKNOWN;

import cn.dangjian.organization.tree.rule.Catalogue;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 选派: a county or above sends a first secretary to a village, with the three parties that manage him. */
@Service
class PostSecretary {

    private final PostingRepository postings;
    private final Catalogue catalogue;
    private final Rulebook rulebook;

    PostSecretary(PostingRepository postings, Catalogue catalogue, Rulebook rulebook) {
        this.postings = postings;
        this.catalogue = catalogue;
        this.rulebook = rulebook;
    }

    record PartyRequest(
            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{0,31}") String party,
            @NotBlank @Size(max = 200) @Stripped String name) {}

    /** @param until the first day after the term */
    record PostingRequest(
            @NotBlank @Size(max = 100) @Stripped String name,
            @Nullable @Positive Long account,
            @NotBlank @Size(max = 200) @Stripped String sendingUnit,
            @NotNull LocalDate from,
            @NotNull LocalDate until,
            @NotBlank @Size(max = 100) @Stripped String document,
            @NotNull @Size(max = 10) List<@NotNull @Valid PartyRequest> parties) {}

    @Transactional
    Posting post(UnitId id, PostingRequest request, Desk desk) {
        postings.lock(id);
        var village = desk.find(id, Tier.VILLAGE).orElseThrow(UNKNOWN);
        NOT_SENDER.when(desk.isBelow(Tier.COUNTY));
        int months = rulebook.on(desk.today()).number("posting.term.months.min", village.path());
        var least = request.from().plusMonths(months);
        if (request.until().isBefore(least)) throw TOO_SHORT.with(least);
        PARTIES_MISSING.unless(areTheThree(request.parties()));
        OCCUPIED.when(postings.findFrom(id, request.from(), desk.scope()).isPresent());

        return postings.find(postings.insert(id, request), desk.scope()).orElseThrow();
    }

    private boolean areTheThree(List<PartyRequest> parties) {
        var named = new HashSet<>(parties.stream().map(PartyRequest::party).toList());
        var all = catalogue.of("MANAGING_PARTY").stream()
                .map(Catalogue.Entry::code)
                .toList();
        return named.size() == parties.size() && named.equals(new HashSet<>(all));
    }
}
