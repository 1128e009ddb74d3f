package cn.dangjian.dues.paper.publication;

import static cn.dangjian.dues.paper.publication.PublicationRefusal.DAY_AHEAD;
import static cn.dangjian.dues.paper.publication.PublicationRefusal.NOTHING_BILLED;
import static cn.dangjian.dues.paper.publication.PublicationRefusal.NOT_BRANCH;
import static cn.dangjian.dues.paper.publication.PublicationRefusal.NOT_OVER;
import static cn.dangjian.dues.paper.publication.PublicationRefusal.PUBLISHED_ALREADY;
import static cn.dangjian.dues.paper.publication.PublicationRefusal.UNIT_UNKNOWN;

import cn.dangjian.dues.paper.publication.Publication.Part;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 公布党费收缴情况: a branch writes down what it publishes of a year or half a year that is over; that stays as it was. */
@Service
class Publish {

    /** Whether members are named by their number, beside the sums. */
    private static final String MEMBERS = "dues.publication.members";

    private final PublicationTable publications;
    private final Rulebook rulebook;

    Publish(PublicationTable publications, Rulebook rulebook) {
        this.publications = publications;
        this.rulebook = rulebook;
    }

    /** @param reason why it is published again, if it was */
    record PublicationRequest(
            @NotNull @Min(2000) @Max(2999) Integer year,
            @NotNull Part part,
            @NotNull LocalDate day,
            @NotBlank @Size(max = 200) @Stripped String place,

            @Nullable @Size(min = 1, max = 200) @Stripped(lines = true)
            String reason) {}

    @Transactional
    Publication publish(UnitId id, PublicationRequest request, Desk desk) {
        var unit = desk.find(id).orElseThrow(UNIT_UNKNOWN);
        NOT_BRANCH.unless(desk.isOf(id));
        DAY_AHEAD.when(request.day().isAfter(desk.today()));
        var first = request.part().first(request.year());
        var last = request.part().last(request.year());
        if (!request.day().isAfter(last.atEndOfMonth())) throw NOT_OVER.with(last.atEndOfMonth());
        publications.lock(id);
        int before = publications.count(id, request.year(), request.part());
        PUBLISHED_ALREADY.when(before > 0 && request.reason() == null);
        var lines = publications.listLines(id, first, last);
        NOTHING_BILLED.when(lines.isEmpty());

        boolean members = rulebook.on(request.day()).number(MEMBERS, unit.path()) == 1;
        long publication = publications.insert(id, request, before + 1, lines, members, desk);
        return publications.find(publication, desk.scope()).orElseThrow();
    }
}
