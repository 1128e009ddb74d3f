package cn.dangjian.statistics.figure.show;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.catalogue.Grouping;
import cn.dangjian.statistics.figure.sheet.Asked;
import cn.dangjian.statistics.figure.sheet.Moment;
import cn.dangjian.statistics.figure.sheet.Moment.Source;
import cn.dangjian.statistics.figure.sheet.Tree;
import cn.dangjian.statistics.figure.show.Figures.MeasureFigures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Any measure at any unit and in any month. */
@Tag(name = "figures 一套数")
@RestController
class FigureController {

    private final Figures figures;
    private final Catalogue catalogue;
    private final Moment moment;

    FigureController(Figures figures, Catalogue catalogue, Moment moment) {
        this.figures = figures;
        this.catalogue = catalogue;
        this.moment = moment;
    }

    /** By what figures are taken apart. */
    enum Group {
        /** The units directly below. */
        CHILD,
        /** The margin of the measure: class, age, stage. */
        SLOT,
        /** 组织类别: the kinds of the units whose values these are. */
        KIND,
        /** 城乡: the domains of the units whose values these are. */
        DOMAIN,
        /** 领域: the fields of work of the units whose values these are (农村、社区、机关、国企、两新、学校、医院). */
        SECTOR,
        /** Thirteen months up to the one that is asked for. */
        PERIOD
    }

    record UnitShown(UnitId id, String name, Tier tier) {

        static UnitShown of(Unit unit) {
            return new UnitShown(unit.id(), unit.name(), unit.tier());
        }
    }

    /**
     * Figures of a unit.
     *
     * @param provisional whether the month is not over
     * @param asOf up to which moment they are complete: the oldest of the newest events of the services that tell them; null
     *     while one of these was not heard at all
     */
    record FiguresResponse(
            UnitShown unit,
            YearMonth month,
            boolean provisional,
            Tree tree,
            @Nullable Instant asOf,
            List<Source> sources,
            List<MeasureFigures> figures) {}

    @Operation(
            summary = "Measures at a unit in a month, by child, part, kind, domain, field or month, beside target,"
                    + " month or year before (查数)",
            description =
                    "Each answer is of one moment and adds up in itself: total = own + parts + elsewhere. The figures"
                            + " of a month stand where units stood at its end (tree=THEN), or where they stand today,"
                            + " those of merged units at their heirs (tree=NOW). A slot may name a kind, a domain or"
                            + " a field: kind:BRANCH, domain:RURAL, sector:SCHOOL.")
    @GetMapping("/v1/figures")
    FiguresResponse figures(
            @RequestParam List<String> measure,
            @RequestParam @Nullable UnitId unit,
            @RequestParam @Nullable YearMonth month,
            @RequestParam(defaultValue = "CHILD") Group group,
            @RequestParam @Nullable String slot,
            @RequestParam @Nullable Compare compare,
            @RequestParam(defaultValue = "THEN") Tree tree,
            Desk desk) {
        var asked = Asked.of(desk, catalogue, unit, measure, month, slot).on(tree);
        var heard = moment.of(asked.measures());
        var found =
                switch (group) {
                    case CHILD -> figures.byChild(asked, compare, desk);
                    case SLOT -> figures.byPart(asked, Grouping.SLOT, compare, desk);
                    case KIND -> figures.byPart(asked, Grouping.KIND, compare, desk);
                    case DOMAIN -> figures.byPart(asked, Grouping.DOMAIN, compare, desk);
                    case SECTOR -> figures.byPart(asked, Grouping.SECTOR, compare, desk);
                    case PERIOD -> figures.byMonth(asked, desk);
                };
        return new FiguresResponse(
                UnitShown.of(asked.unit()),
                YearMonth.from(asked.month()),
                asked.open(),
                asked.tree(),
                heard.asOf(),
                heard.sources(),
                found);
    }
}
