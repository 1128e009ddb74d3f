package cn.dangjian.statistics.figure.show;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.sheet.Asked;
import cn.dangjian.statistics.figure.sheet.Moment;
import cn.dangjian.statistics.figure.show.FigureController.UnitShown;
import cn.dangjian.statistics.figure.show.Figures.Part;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 数据溯源: from any number to the events that said it, and back. */
@Tag(name = "figures 一套数")
@RestController
@RequestMapping("/v1/figures")
class WhyController {

    private final Lens lens;
    private final Catalogue catalogue;
    private final Moment moment;

    WhyController(Lens lens, Catalogue catalogue, Moment moment) {
        this.lens = lens;
        this.catalogue = catalogue;
        this.moment = moment;
    }

    /**
     * Why a number is what it is.
     *
     * @param asOf up to which moment it is complete; null while the service that tells it was not heard at all
     * @param provisional how much of the total has come with the open month; 0 of a month that is over
     * @param own what the unit itself has
     * @param elsewhere what stood below and is somebody else's today
     * @param sources the events that said the unit's own value, what was heard of last first; none if the parts are too small to be shown
     * @param addsUp whether total = own + children + elsewhere
     */
    record WhyResponse(
            UnitShown unit,
            String measure,
            String name,
            String definition,
            String countedIn,
            YearMonth month,
            @Nullable Instant asOf,
            @Nullable Long total,
            @Nullable Long provisional,
            @Nullable Long own,
            @Nullable Long elsewhere,
            boolean addsUp,
            List<Part> children,
            Page<SourceResponse> sources) {}

    /**
     * An event that said a value.
     *
     * @param event the id of the event; null of a unit that was known before figures were kept
     * @param link where the fact is looked at
     */
    record SourceResponse(
            String source,
            String type,
            @Nullable String event,
            long version,
            Instant occurredAt,
            long value,
            @Nullable String link) {}

    @Operation(
            summary = "Why a number is what it is: the children's numbers, the unit's own, and the events that said it",
            description = "Each step adds up, and the answer says so; go on with a child to come down to the facts.")
    @GetMapping("/why")
    WhyResponse why(
            @RequestParam String measure,
            @RequestParam @Nullable UnitId unit,
            @RequestParam @Nullable YearMonth month,
            @RequestParam @Nullable String slot,
            Slice slice,
            Desk desk) {
        var asked = Asked.of(desk, catalogue, unit, List.of(measure), month, slot);
        var heard = moment.of(asked.measures());
        var found = lens.why(asked, slice, desk);
        var figures = found.figures();
        var one = asked.measures().getFirst();
        return new WhyResponse(
                UnitShown.of(asked.unit()),
                one.code(),
                one.name(),
                one.definition(),
                one.countedIn(),
                YearMonth.from(asked.month()),
                heard.asOf(),
                figures.total(),
                figures.provisional(),
                figures.own(),
                figures.elsewhere(),
                figures.addsUp(),
                figures.parts(),
                slice.newest(found.said(), WhyQueries.Said::id).map(said -> source(said, asked)));
    }

    private SourceResponse source(WhyQueries.Said said, Asked asked) {
        return new SourceResponse(
                said.source(),
                said.type(),
                said.event(),
                said.version(),
                said.occurredAt(),
                said.value(),
                link(said, asked));
    }

    private @Nullable String link(WhyQueries.Said said, Asked asked) {
        var link = catalogue.link(said.type());
        if (link == null) return null;
        var words = said.source().split(":", -1);
        return link.replace("{unit}", String.valueOf(asked.unit().id().value()))
                .replace("{id}", words.length > 1 ? words[1] : "")
                .replace("{month}", YearMonth.from(asked.month()).toString());
    }

    /** @param value the total of all at and below the unit */
    record FedResponse(UnitId id, String name, Tier tier, long value) {}

    /**
     * What a unit's own value feeds.
     *
     * @param totals from the unit up, as far as the caller sees them
     * @param above how many more totals there are above, which are not the caller's to see
     * @param measures other measures that are fed by the same events
     */
    record FeedsResponse(
            UnitShown unit,
            String measure,
            YearMonth month,
            long own,
            List<FedResponse> totals,
            long above,
            List<String> measures) {}

    @Operation(summary = "Every total that a unit's own value feeds, and what else is fed by the events that said it")
    @GetMapping("/feeds")
    FeedsResponse feeds(
            @RequestParam String measure,
            @RequestParam @Nullable UnitId unit,
            @RequestParam @Nullable YearMonth month,
            Desk desk) {
        var asked = Asked.of(desk, catalogue, unit, List.of(measure), month, null);
        var found = lens.feeds(asked, desk);
        return new FeedsResponse(
                UnitShown.of(asked.unit()),
                measure,
                YearMonth.from(asked.month()),
                found.own(),
                found.totals(),
                found.above(),
                found.measures());
    }
}
