package cn.dangjian.dues.paper.publication;

import static cn.dangjian.dues.paper.publication.PublicationRefusal.UNIT_UNKNOWN;
import static cn.dangjian.dues.paper.publication.PublicationRefusal.UNKNOWN;

import cn.dangjian.dues.paper.publication.PublicationTable.Silent;
import cn.dangjian.dues.paper.publication.Publish.PublicationRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What branches publish of their collection, and which have not. */
@Tag(name = "publications 公布")
@RestController
class PublicationController {

    private static final String TIMES = "dues.publication.per-year";

    private final Publish publish;
    private final PublicationTable publications;
    private final Rulebook rulebook;

    PublicationController(Publish publish, PublicationTable publications, Rulebook rulebook) {
        this.publish = publish;
        this.publications = publications;
        this.rulebook = rulebook;
    }

    /** @param published how often it has published in the year of the day, up to the day */
    record SilentView(long unit, String name, int published) {}

    @Operation(summary = "Write down what a branch publishes of a year or half a year (公布党费收缴情况)")
    @Idempotent
    @PostMapping("/v1/units/{id}/publications")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Publication> publish(
            @PathVariable UnitId id, @Valid @RequestBody PublicationRequest request, Desk desk) {
        return Reply.created(publish.publish(id, request, desk));
    }

    @Operation(summary = "What a branch has published, without members, the newest first")
    @GetMapping("/v1/units/{id}/publications")
    Page<Publication> ofUnit(@PathVariable UnitId id, Slice slice, Desk desk) {
        UNIT_UNKNOWN.when(desk.known(id).isEmpty());
        return slice.newest(publications.list(id, slice, desk.scope()), Publication::id);
    }

    @Operation(summary = "What was published, as it was then")
    @GetMapping("/v1/publications/{id}")
    Publication publication(@PathVariable long id, @Subtree Scope scope) {
        return publications.find(id, scope).orElseThrow(UNKNOWN);
    }

    @Operation(
            summary = "Branches at and below a unit that have not published often enough in a year as of a day (未公布)")
    @GetMapping("/v1/units/{id}/unpublished")
    Page<SilentView> silent(
            @PathVariable UnitId id, @RequestParam(required = false) @Nullable LocalDate day, Slice slice, Desk desk) {
        var unit = desk.known(id).orElseThrow(UNIT_UNKNOWN);
        var asked = day == null ? desk.today() : day;
        int times = rulebook.on(asked).number(TIMES, unit.path());
        return slice.inTree(
                        publications.listSilent(
                                asked, times, slice, desk.scope().below(unit)),
                        Silent::path,
                        Silent::unit)
                .map(silent -> new SilentView(silent.unit(), silent.name(), silent.published()));
    }
}
