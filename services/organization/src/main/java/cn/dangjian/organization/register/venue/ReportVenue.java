package cn.dangjian.organization.register.venue;

import cn.dangjian.organization.register.venue.Venue.Verdict;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 阵地上报与核实: a village reports its venue, and the township verifies or returns the report. */
@Service
class ReportVenue {

    private final VenueRepository venues;
    private final VenueTagRepository tags;
    private final VenueVerifiers eyes;
    private final Directory directory;
    private final Days days;

    ReportVenue(VenueRepository venues, VenueTagRepository tags, VenueVerifiers eyes, Directory directory, Days days) {
        this.venues = venues;
        this.tags = tags;
        this.eyes = eyes;
        this.directory = directory;
        this.days = days;
    }

    /**
     * What a venue is on a day.
     *
     * @param area in square metres
     * @param flags which of the county's tags it meets
     * @param photos files of the archive; none need be given
     */
    record Facts(LocalDate day, BigDecimal area, String address, Set<String> flags, Set<String> photos) {}

    /** @param ifMatch the If-Match header; null if there was none */
    record Judgement(
            long venue,
            Verdict verdict,
            @Nullable String reason,
            @Nullable String ifMatch) {}

    @Transactional
    Outcome report(String name, Facts facts, Caller caller) {
        if (!eyes.mayReport(caller)) return new Outcome.NotYours();
        var refusal = refuse(facts, caller);
        if (refusal != null) return refusal;

        long id = venues.insert(name, caller);
        venues.insertReport(id, facts, caller, days.now());
        return new Outcome.Done(id, 1);
    }

    @Transactional
    Outcome revise(long id, Facts facts, @Nullable String ifMatch, Caller caller) {
        var found = venues.find(id, eyes.scope(caller));
        if (found.isEmpty()) return new Outcome.NoSuchVenue();
        var venue = found.get();
        if (venue.unitId().value() != caller.unit()) return new Outcome.NotYours();
        ETags.requireMatch(ifMatch, venue.version());
        if (venues.findPending(venue).isPresent()) return new Outcome.UnderReview();
        var refusal = refuse(facts, caller);
        if (refusal != null) return refusal;

        var next = venues.touch(venue);
        venues.insertReport(id, facts, caller, days.now());
        return new Outcome.Done(id, next.version());
    }

    @Transactional
    Outcome judge(Judgement judgement, Caller caller) {
        var found = venues.find(judgement.venue(), eyes.scope(caller));
        if (found.isEmpty()) return new Outcome.NoSuchVenue();
        var venue = found.get();
        if (!eyes.mayJudge(venue.unitId(), caller)) return new Outcome.NotYours();
        ETags.requireMatch(judgement.ifMatch(), venue.version());
        var pending = venues.findPending(venue);
        if (pending.isEmpty()) return new Outcome.NothingToJudge();
        if (pending.get().reportedBy() == caller.account().value()) return new Outcome.SamePerson();

        var next = venues.touch(venue);
        venues.judge(pending.get().id(), judgement.verdict(), judgement.reason(), caller, days.today());
        return new Outcome.Done(venue.id(), next.version());
    }

    private @Nullable Outcome refuse(Facts facts, Caller caller) {
        if (facts.day().isAfter(days.today())) return new Outcome.DayAhead(days.today());
        var known = tags.listOn(directory.unitOf(caller), facts.day());
        var unknown =
                facts.flags().stream().filter(flag -> !known.contains(flag)).findFirst();
        return unknown.<Outcome>map(Outcome.NoSuchFlag::new).orElse(null);
    }

    sealed interface Outcome {
        record Done(long venue, long version) implements Outcome {}

        record NoSuchVenue() implements Outcome {}

        record NotYours() implements Outcome {}

        record SamePerson() implements Outcome {}

        record UnderReview() implements Outcome {}

        record NothingToJudge() implements Outcome {}

        record NoSuchFlag(String flag) implements Outcome {}

        record DayAhead(LocalDate today) implements Outcome {}
    }
}
