package cn.dangjian.statistics.figure.show;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.statistics.figure.catalogue.Grouping;
import cn.dangjian.statistics.figure.sheet.Asked;
import cn.dangjian.statistics.figure.sheet.Sheets;
import cn.dangjian.statistics.figure.show.Figures.MeasureFigures;
import cn.dangjian.statistics.figure.show.WhyController.FedResponse;
import cn.dangjian.statistics.figure.show.WhyQueries.Said;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Goes from totals down to events and back, all of an answer of one moment. */
@Component
class Lens {

    private final Figures figures;
    private final Sheets sheets;
    private final WhyQueries queries;

    Lens(Figures figures, Sheets sheets, WhyQueries queries) {
        this.figures = figures;
        this.sheets = sheets;
        this.queries = queries;
    }

    /** A number and the events that said the unit's own part of it. */
    record Why(MeasureFigures figures, List<Said> said) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Why why(Asked asked, Slice slice, Desk desk) {
        var found = figures.byChild(asked, null, desk).getFirst();
        var own = found.own();
        // of a unit that has ended the states are no more, and nobody says them
        var said = own == null || own == 0
                ? List.<Said>of()
                : queries.listSaid(
                        asked.unit().id().value(),
                        asked.measures().getFirst(),
                        // by kind and domain it is the wholes of units that are counted
                        Grouping.of(asked.slot()) == Grouping.SLOT ? asked.slot() : "",
                        asked.month(),
                        slice.before(),
                        slice.rows());
        return new Why(found, said);
    }

    /** What a value feeds. */
    record Feeds(long own, List<FedResponse> totals, long above, List<String> measures) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Feeds feeds(Asked asked, Desk desk) {
        var measure = asked.measures().getFirst();
        var chain = sheets.fed(asked.unit(), measure, asked.slot(), asked.month());
        var totals = new ArrayList<FedResponse>();
        for (var fed : chain) {
            var unit = fed.unit();
            if (unit != null && desk.scope().contains(unit) && !unit.isHeading())
                totals.add(new FedResponse(unit.id(), unit.name(), unit.tier(), fed.value()));
        }
        long headings = chain.stream()
                .filter(fed -> fed.unit() != null && fed.unit().isHeading())
                .count();
        var own = figures.byChild(asked, null, desk).getFirst().own();
        return new Feeds(
                own == null ? 0 : own,
                List.copyOf(totals),
                chain.size() - headings - totals.size(),
                queries.listFedBySame(asked.unit().id().value(), measure, asked.month()));
    }
}
