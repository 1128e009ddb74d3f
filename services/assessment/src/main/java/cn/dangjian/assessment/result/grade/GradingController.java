package cn.dangjian.assessment.result.grade;

import static cn.dangjian.assessment.result.grade.GradingRefusal.UNIT_UNKNOWN;
import static cn.dangjian.assessment.result.grade.GradingRefusal.UNKNOWN;
import static java.util.stream.Collectors.toMap;

import cn.dangjian.assessment.points.Points;
import cn.dangjian.assessment.result.grade.CandidateTable.Candidate;
import cn.dangjian.assessment.result.grade.Grade.Scale;
import cn.dangjian.assessment.result.grade.Grading.State;
import cn.dangjian.assessment.result.grade.GradingRepository.Graded;
import cn.dangjian.assessment.result.grade.GradingRepository.Past;
import cn.dangjian.assessment.result.grade.ProposeGrades.GradingRequest;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.platform.web.version.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What units are graded when a year is frozen. */
@Tag(name = "gradings 定级")
@RestController
class GradingController {

    private final ProposeGrades proposeGrades;
    private final FileGrades fileGrades;
    private final GradingRepository gradings;
    private final CandidateTable candidates;

    GradingController(
            ProposeGrades proposeGrades, FileGrades fileGrades, GradingRepository gradings, CandidateTable candidates) {
        this.proposeGrades = proposeGrades;
        this.fileGrades = fileGrades;
        this.gradings = gradings;
        this.candidates = candidates;
    }

    record DocumentRequest(
            @NotBlank @Size(max = 100) @Stripped String document) {}

    record ReturnRequest(
            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String reason) {}

    /**
     * What became of a unit with few stars.
     *
     * @param id of organization's candidate, {@code /organization/v1/weak-candidates/7}
     * @param ended whether it has ended with its unit, before anybody had decided
     */
    record CandidateView(
            long id,
            Candidate.State state,
            boolean ended,
            @Nullable Long weakCase,
            @Nullable String reason,
            @Nullable LocalDate decidedOn) {

        static @Nullable CandidateView of(@Nullable Candidate one) {
            return one == null
                    ? null
                    : new CandidateView(
                            one.id(), one.state(), one.ended(), one.weakCase(), one.reason(), one.decidedOn());
        }
    }

    /**
     * A grade.
     *
     * @param reason why it is better than that of a unit with more points, or whatever else there is to say
     * @param candidate null unless it was proposed as a weak unit
     */
    record GradeView(
            long unit,
            String name,
            Grade grade,
            Points total,
            @Nullable String reason,
            @Nullable CandidateView candidate) {

        static GradeView of(Graded graded, @Nullable Candidate candidate) {
            return new GradeView(
                    graded.unit(),
                    graded.name(),
                    graded.grade(),
                    new Points(graded.total()),
                    graded.reason(),
                    CandidateView.of(candidate));
        }
    }

    /** @param grades in the order of the tree */
    record GradingView(
            long id,
            long unit,
            String unitName,
            State state,
            long scheme,
            int year,
            Scale scale,
            String document,
            @Nullable LocalDate filedOn,
            List<GradeView> grades,
            long version)
            implements Versioned {}

    record PeerView(long unit, String name, Points total) {}

    record PeersView(long scheme, List<PeerView> units) {}

    record GradingRow(long id, long unit, String unitName, State state, int year, Scale scale, long version) {

        static GradingRow of(Grading grading) {
            return new GradingRow(
                    grading.id(),
                    grading.unit().value(),
                    grading.unitName(),
                    grading.state(),
                    grading.year(),
                    grading.scale(),
                    grading.version());
        }
    }

    record PastView(
            long grading,
            int year,
            Grade grade,
            Points total,
            @Nullable String reason,
            String document,
            LocalDate filedOn,
            @Nullable CandidateView candidate) {

        static PastView of(Past past, @Nullable Candidate candidate) {
            return new PastView(
                    past.grading(),
                    past.year(),
                    past.grade(),
                    new Points(past.total()),
                    past.reason(),
                    past.document(),
                    past.filedOn(),
                    CandidateView.of(candidate));
        }
    }

    record PastGradesView(long unit, String name, List<PastView> grades) {}

    @Operation(
            summary = "Grade all units of a scheme whose year is frozen (分类定级、星级评定)",
            description = "Nothing counts until it is on file one tier up.")
    @Idempotent
    @PostMapping("/v1/schemes/{id}/gradings")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<GradingView> propose(@PathVariable long id, @Valid @RequestBody GradingRequest request, Desk desk) {
        return Reply.created(view(proposeGrades.propose(id, request, desk)));
    }

    @Operation(summary = "Grade them again, after it was returned (重新提出)")
    @Idempotent
    @PostMapping("/v1/gradings/{id}/revision")
    ResponseEntity<GradingView> revise(
            @PathVariable long id, Seen seen, @Valid @RequestBody GradingRequest request, Desk desk) {
        return Reply.ok(view(proposeGrades.revise(id, request, seen, desk)));
    }

    @Operation(summary = "Return it, with the reason (退回)")
    @Idempotent
    @PostMapping("/v1/gradings/{id}/return")
    ResponseEntity<GradingView> giveBack(
            @PathVariable long id, Seen seen, @Valid @RequestBody ReturnRequest request, Desk desk) {
        return Reply.ok(view(fileGrades.giveBack(id, request.reason(), seen, desk)));
    }

    @Operation(
            summary = "Put it on file (备案)",
            description = "Village organizations with few stars are announced as candidates for weak ones; people of"
                    + " organization accept that or not.")
    @Idempotent
    @PostMapping("/v1/gradings/{id}/filing")
    ResponseEntity<GradingView> file(
            @PathVariable long id, Seen seen, @Valid @RequestBody DocumentRequest request, Desk desk) {
        return Reply.ok(view(fileGrades.file(id, request.document(), seen, desk)));
    }

    @Operation(summary = "Confirm a grading of the province, by another person (确认)")
    @Idempotent
    @PostMapping("/v1/gradings/{id}/confirmation")
    ResponseEntity<GradingView> confirm(
            @PathVariable long id, Seen seen, @Valid @RequestBody DocumentRequest request, Desk desk) {
        return Reply.ok(view(fileGrades.confirm(id, request.document(), seen, desk)));
    }

    @Operation(summary = "Whom to grade, with what they have; in the order of the tree (定级对象)")
    @GetMapping("/v1/schemes/{id}/graded-units")
    PeersView peers(@PathVariable long id, Desk desk) {
        return new PeersView(
                id,
                proposeGrades.peers(id, desk).stream()
                        .map(peer -> new PeerView(peer.unit(), peer.name(), new Points(peer.total())))
                        .toList());
    }

    @Operation(summary = "A grading")
    @GetMapping("/v1/gradings/{id}")
    ResponseEntity<GradingView> grading(@PathVariable long id, Desk desk) {
        return Reply.ok(view(gradings.find(id, desk.scope()).orElseThrow(UNKNOWN)));
    }

    @Operation(summary = "Gradings of the unit and of those below, the newest first")
    @GetMapping("/v1/gradings")
    Page<GradingRow> gradings(Slice slice, Desk desk) {
        return slice.newest(gradings.list(slice, desk.scope()), Grading::id).map(GradingRow::of);
    }

    @Operation(summary = "What a unit was graded, the newest year first")
    @GetMapping("/v1/units/{id}/grades")
    PastGradesView grades(@PathVariable UnitId id, Desk desk) {
        var unit = desk.known(id).orElseThrow(UNIT_UNKNOWN);
        var known = candidates.listOf(id).stream().collect(toMap(Candidate::grading, one -> one));
        return new PastGradesView(
                id.value(),
                unit.name(),
                gradings.listPast(id).stream()
                        .map(past -> PastView.of(past, known.get(past.grading())))
                        .toList());
    }

    private GradingView view(Grading grading) {
        var known = candidates.list(grading.id()).stream().collect(toMap(Candidate::unit, one -> one));
        return new GradingView(
                grading.id(),
                grading.unit().value(),
                grading.unitName(),
                grading.state(),
                grading.schemeId(),
                grading.year(),
                grading.scale(),
                grading.document(),
                grading.filedOn(),
                gradings.listGrades(grading.id()).stream()
                        .map(graded -> GradeView.of(graded, known.get(graded.unit())))
                        .toList(),
                grading.version());
    }
}
