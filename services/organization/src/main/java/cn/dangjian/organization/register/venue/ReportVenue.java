package cn.dangjian.organization.register.venue;

import static cn.dangjian.organization.register.venue.VenueRefusal.DAY_AHEAD;
import static cn.dangjian.organization.register.venue.VenueRefusal.FLAG_UNKNOWN;
import static cn.dangjian.organization.register.venue.VenueRefusal.NOTHING_TO_JUDGE;
import static cn.dangjian.organization.register.venue.VenueRefusal.NOT_YOURS;
import static cn.dangjian.organization.register.venue.VenueRefusal.SAME_PERSON;
import static cn.dangjian.organization.register.venue.VenueRefusal.UNDER_REVIEW;
import static cn.dangjian.organization.register.venue.VenueRefusal.UNKNOWN;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.platform.web.version.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 阵地上报与核实: a village reports its venue, and the township verifies or returns the report; never one person both. */
@Service
class ReportVenue {

    private final VenueRepository venues;
    private final VenueTagRepository tags;

    ReportVenue(VenueRepository venues, VenueTagRepository tags) {
        this.venues = venues;
        this.tags = tags;
    }

    /**
     * What a venue is on a day.
     *
     * @param area in square metres
     * @param flags which of the county's tags it meets
     * @param photos ids of files in the archive; none need be given
     */
    record FactsRequest(
            @NotNull LocalDate day,

            @NotNull @DecimalMin("0.01") @Digits(integer = 7, fraction = 2)
            BigDecimal area,

            @NotBlank @Size(max = 200) @Stripped String address,
            @Nullable @Size(max = 30) Set<@NotBlank @Size(max = 24) String> flags,
            @Nullable @Size(max = 15) Set<@NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,64}") String> photos) {

        Set<String> met() {
            return flags == null ? Set.of() : flags;
        }

        Set<String> files() {
            return photos == null ? Set.of() : photos;
        }
    }

    record VenueRequest(
            @NotBlank @Size(max = 100) @Stripped String name,
            @NotNull @Valid FactsRequest facts) {}

    /** A venue whose row was written. */
    record WrittenResponse(long id, long version) implements Versioned {}

    @Transactional
    WrittenResponse report(VenueRequest request, Desk desk) {
        NOT_YOURS.unless(desk.isAt(Tier.VILLAGE, Tier.BRANCH));
        require(request.facts(), desk);

        long id = venues.insert(request.name(), desk);
        venues.insertReport(id, request.facts(), desk);
        return new WrittenResponse(id, 1);
    }

    @Transactional
    WrittenResponse revise(long id, FactsRequest facts, Seen seen, Desk desk) {
        var venue = venues.find(id, desk.scope()).orElseThrow(UNKNOWN);
        NOT_YOURS.unless(desk.isOf(venue.unitId()));
        seen.require(venue.version());
        UNDER_REVIEW.when(venues.findPending(venue).isPresent());
        require(facts, desk);

        var next = venues.touch(venue);
        venues.insertReport(id, facts, desk);
        return new WrittenResponse(id, next.version());
    }

    @Transactional
    WrittenResponse judge(long id, Venue.Judgement judgement, Seen seen, Desk desk) {
        var venue = venues.find(id, desk.scope()).orElseThrow(UNKNOWN);
        VenueVerifiers.require(venue.unitId(), desk);
        seen.require(venue.version());
        var pending = venues.findPending(venue).orElseThrow(NOTHING_TO_JUDGE);
        SAME_PERSON.when(pending.reportedBy() == desk.caller().account().value());

        var next = venues.touch(venue);
        venues.judge(pending, judgement, desk);
        return new WrittenResponse(id, next.version());
    }

    private void require(FactsRequest facts, Desk desk) {
        if (facts.day().isAfter(desk.today())) throw DAY_AHEAD.with(desk.today());
        var known = tags.listOn(desk.unit(), facts.day());
        for (String flag : facts.met()) {
            if (!known.contains(flag)) throw FLAG_UNKNOWN.with(flag);
        }
    }
}
