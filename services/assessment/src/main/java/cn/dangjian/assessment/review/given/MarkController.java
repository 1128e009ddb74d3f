package cn.dangjian.assessment.review.given;

import static cn.dangjian.assessment.review.given.GivenRefusal.SCHEME_UNKNOWN;
import static cn.dangjian.assessment.review.given.GivenRefusal.UNIT_UNKNOWN;
import static java.util.stream.Collectors.groupingBy;

import cn.dangjian.assessment.points.Points;
import cn.dangjian.assessment.review.given.GiveMarks.CheckRequest;
import cn.dangjian.assessment.review.given.GiveMarks.SelfRequest;
import cn.dangjian.assessment.review.given.GiveMarks.VoteRequest;
import cn.dangjian.assessment.review.given.GiveMarks.WaiverRequest;
import cn.dangjian.assessment.review.given.GivenTable.OpenPoints;
import cn.dangjian.assessment.scheme.frame.Scheme;
import cn.dangjian.assessment.scheme.frame.SchemeTable;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
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

/** What people give, and what a unit says of itself. */
@Tag(name = "marks 评分")
@RestController
class MarkController {

    private static final int SHOWN = 200;

    private final GiveMarks giveMarks;
    private final Subject subject;
    private final GivenTable table;
    private final SchemeTable schemes;

    MarkController(GiveMarks giveMarks, Subject subject, GivenTable table, SchemeTable schemes) {
        this.giveMarks = giveMarks;
        this.subject = subject;
        this.table = table;
        this.schemes = schemes;
    }

    record WithdrawalRequest(
            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String reason) {}

    /**
     * A mark.
     *
     * @param points of all sheets together
     * @param difference why a check differs from what the unit has said of itself
     * @param withdrawn why it counts no more; null while it does
     */
    record MarkView(
            long id,
            Source source,
            LocalDate day,
            int sheets,
            Points points,
            String words,
            @Nullable String difference,
            @Nullable String withdrawn) {

        static MarkView of(Mark mark) {
            return new MarkView(
                    mark.id(),
                    mark.source(),
                    mark.day(),
                    mark.sheets(),
                    new Points(mark.points()),
                    mark.words(),
                    mark.reason(),
                    mark.withdrawn());
        }
    }

    /** @param waived why the indicator does not apply; null if it does */
    record GivenView(
            String indicator,
            long owner,
            @Nullable String waived,
            @Nullable String document,
            List<MarkView> marks) {}

    record MarksView(long unit, String name, int year, List<GivenView> given) {}

    record OpenView(long unit, String name, String indicator, String indicatorName) {

        static OpenView of(OpenPoints open) {
            return new OpenView(open.unit(), open.unitName(), open.code(), open.name());
        }
    }

    /** @param more whether there are more than are shown */
    record OpenPointsView(long scheme, List<OpenView> open, boolean more) {}

    @Operation(
            summary = "Say what the unit itself would give for an indicator (自评)",
            description = "It gives no points; whoever checks says why he differs.")
    @Idempotent
    @PostMapping("/v1/units/{id}/self-assessments")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MarksView> assess(@PathVariable UnitId id, @Valid @RequestBody SelfRequest request, Desk desk) {
        giveMarks.assess(id, request, desk);
        return Reply.created(view(id, request.year(), desk));
    }

    @Operation(
            summary = "Write down what a check has found, announced or not (听查看评、暗访)",
            description =
                    "The mean of all checks counts, or the means of both kinds with the weights of the indicator.")
    @Idempotent
    @PostMapping("/v1/units/{id}/checks")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MarksView> check(@PathVariable UnitId id, @Valid @RequestBody CheckRequest request, Desk desk) {
        giveMarks.check(id, request, desk);
        return Reply.created(view(id, request.year(), desk));
    }

    @Operation(summary = "Write down what the sheets of a vote say together (评议)")
    @Idempotent
    @PostMapping("/v1/units/{id}/votes")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MarksView> count(@PathVariable UnitId id, @Valid @RequestBody VoteRequest request, Desk desk) {
        giveMarks.count(id, request, desk);
        return Reply.created(view(id, request.year(), desk));
    }

    @Operation(summary = "Say that an indicator does not apply to a unit, and why (不适用)")
    @Idempotent
    @PostMapping("/v1/units/{id}/waivers")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MarksView> waive(@PathVariable UnitId id, @Valid @RequestBody WaiverRequest request, Desk desk) {
        giveMarks.waive(id, request, desk);
        return Reply.created(view(id, request.year(), desk));
    }

    @Operation(summary = "Take a mark back that was wrong; it is kept with the reason (撤销评分)")
    @Idempotent
    @PostMapping("/v1/marks/{id}/withdrawal")
    ResponseEntity<MarksView> withdraw(
            @PathVariable long id, @Valid @RequestBody WithdrawalRequest request, Desk desk) {
        var given = giveMarks.withdraw(id, request.reason(), desk);
        return ResponseEntity.ok(view(new UnitId(given.unitId()), given.year(), desk));
    }

    @Operation(summary = "What people give a unit in a year, and what it says of itself")
    @GetMapping("/v1/units/{id}/marks")
    MarksView marks(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable @Min(1000) @Max(2999) Integer year,
            Desk desk) {
        return view(id, year == null ? desk.today().getYear() : year, desk);
    }

    @Operation(
            summary = "Points that nobody has given yet: the year is not closed before (未评分项)",
            description = "In the order of the tree.")
    @GetMapping("/v1/schemes/{id}/open-points")
    OpenPointsView open(@PathVariable long id, Desk desk) {
        var scheme = schemes.find(id, desk.scope()).filter(one -> desk.scope().contains(one.path()));
        var found = scheme.orElseThrow(SCHEME_UNKNOWN);
        var versions = schemes.listPublished(found.year()).stream()
                .filter(found::isVersionOf)
                .map(Scheme::id)
                .toList();
        var open = versions.isEmpty() ? List.<OpenPoints>of() : table.listOpen(versions, found.year(), SHOWN + 1);
        return new OpenPointsView(
                id, open.stream().limit(SHOWN).map(OpenView::of).toList(), open.size() > SHOWN);
    }

    private MarksView view(UnitId id, int year, Desk desk) {
        var unit = subject.find(id, year, desk).orElseThrow(UNIT_UNKNOWN);
        // of a unit that was moved away its former county sees what it has given itself
        boolean isSeen = desk.scope().contains(unit);
        var given = table.list(id.value(), year).stream()
                .filter(one -> isSeen || desk.isOf(new UnitId(one.ownerId())))
                .toList();
        var marks =
                table.listMarks(given.stream().map(Given::id).toList()).stream().collect(groupingBy(Mark::givenId));
        return new MarksView(
                id.value(),
                unit.name(),
                year,
                given.stream()
                        .map(one -> new GivenView(
                                one.code(),
                                one.ownerId(),
                                one.waived(),
                                one.document(),
                                marks.getOrDefault(one.id(), List.of()).stream()
                                        .map(MarkView::of)
                                        .toList()))
                        .toList());
    }
}
