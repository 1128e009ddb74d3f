package cn.dangjian.assessment.result.showcase;

import static cn.dangjian.assessment.result.showcase.ShowcaseRefusal.UNIT_UNKNOWN;

import cn.dangjian.assessment.result.grade.Grade;
import cn.dangjian.assessment.result.grade.GradeTable;
import cn.dangjian.assessment.result.grade.GradeTable.Starred;
import cn.dangjian.assessment.result.showcase.NameShowcases.NamingRequest;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
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

/** Which units are models, and how their stars rise and fall. */
@Tag(name = "showcases 示范点")
@RestController
class ShowcaseController {

    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2999;

    private final NameShowcases nameShowcases;
    private final WithdrawShowcase withdrawShowcase;
    private final ShowcaseRepository showcases;
    private final GradeTable grades;

    ShowcaseController(
            NameShowcases nameShowcases,
            WithdrawShowcase withdrawShowcase,
            ShowcaseRepository showcases,
            GradeTable grades) {
        this.nameShowcases = nameShowcases;
        this.withdrawShowcase = withdrawShowcase;
        this.showcases = showcases;
        this.grades = grades;
    }

    record WithdrawalRequest(
            @NotBlank @Size(max = 100) @Stripped String document,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String reason) {}

    /** Why people should look at it again. */
    enum Doubt {
        /** 后一年度不足五星. */
        FEWER_STARS,
        /** 后被列为软弱涣散. */
        WEAK
    }

    /**
     * A reason to look at it again; it stands until people take it back.
     *
     * @param year of fewer stars, as the last year on file says
     * @param grade what it was graded then
     * @param day since when it is a weak unit
     */
    record DoubtView(
            Doubt doubt,
            @Nullable Integer year,
            @Nullable Grade grade,
            @Nullable LocalDate day) {

        static List<DoubtView> of(Showcase one) {
            var doubts = new ArrayList<DoubtView>();
            if (!one.stands()) return doubts;
            if (one.laterGrade() != null)
                doubts.add(new DoubtView(Doubt.FEWER_STARS, one.laterYear(), one.laterGrade(), null));
            if (one.weakOn() != null) doubts.add(new DoubtView(Doubt.WEAK, null, null, one.weakOn()));
            return doubts;
        }
    }

    record WithdrawnView(
            LocalDate day,
            @Nullable String document,
            @Nullable String reason) {}

    /**
     * A unit that was named.
     *
     * @param ended whether the unit has ended since
     * @param owner who has named it, and of which tier that is
     * @param grading by which it had five stars, in which year
     * @param evidence what is to be seen there
     * @param withdrawn null while it stands
     * @param doubts none once it was taken back, or of a unit that stands elsewhere now
     */
    record ShowcaseView(
            long id,
            long unit,
            String unitName,
            boolean ended,
            long owner,
            String ownerName,
            Tier tier,
            int year,
            long grading,
            int gradedYear,
            String document,
            String reason,
            @Nullable String evidence,
            LocalDate namedOn,
            @Nullable WithdrawnView withdrawn,
            List<DoubtView> doubts) {

        static ShowcaseView of(Showcase one, Desk desk) {
            var day = one.withdrawnOn();
            return new ShowcaseView(
                    one.id(),
                    one.unit(),
                    one.unitName(),
                    one.ended(),
                    one.owner(),
                    one.ownerName(),
                    one.ownerTier(),
                    one.year(),
                    one.grading(),
                    one.gradedYear(),
                    one.document(),
                    one.reason(),
                    one.evidence(),
                    one.namedOn(),
                    day == null ? null : new WithdrawnView(day, one.withdrawalDocument(), one.withdrawalReason()),
                    desk.scope().contains(one.unitPath()) ? DoubtView.of(one) : List.of());
        }
    }

    record NamedView(int year, List<ShowcaseView> showcases) {}

    /**
     * Stars of a year that are on file.
     *
     * @param course beside the year before; null if nothing is on file of that
     */
    record StarsOfYear(int year, int stars, @Nullable Course course, long grading) {}

    /**
     * How a unit's stars rise and fall.
     *
     * @param model whether any naming of it stands
     * @param years the newest one first
     * @param showcases also those that were taken back, the newest one first
     */
    record StarsView(long unit, String name, boolean model, List<StarsOfYear> years, List<ShowcaseView> showcases) {}

    @Operation(
            summary = "Name units with five stars as models of a year, all of them or none (示范点)",
            description = "By the province, a city or a county, out of units below it whose last stars on file, of that"
                    + " year or the one before, are five; as many of a county as the rule allows.")
    @Idempotent
    @PostMapping("/v1/showcases")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<NamedView> name(@Valid @RequestBody NamingRequest request, Desk desk) {
        return Reply.created(new NamedView(
                request.year(),
                nameShowcases.name(request, desk).stream()
                        .map(one -> ShowcaseView.of(one, desk))
                        .toList()));
    }

    @Operation(
            summary = "Take one back, by a document (撤销示范点)",
            description = "By whoever has named it; if that unit has ended, by whoever is above it.")
    @Idempotent
    @PostMapping("/v1/showcases/{id}/withdrawal")
    ResponseEntity<ShowcaseView> withdraw(
            @PathVariable long id, @Valid @RequestBody WithdrawalRequest request, Desk desk) {
        return Reply.ok(
                ShowcaseView.of(withdrawShowcase.withdraw(id, request.document(), request.reason(), desk), desk));
    }

    @Operation(
            summary = "Models of the unit and of those below, whoever has named them, the newest first (示范点名单)",
            description = "Also those that it has named and that stand elsewhere now, and those that were taken back."
                    + " Doubtful are those that stand although they have fewer stars in a later year, or became weak"
                    + " units.")
    @GetMapping("/v1/showcases")
    Page<ShowcaseView> showcases(
            @RequestParam(required = false) @Nullable @Min(FIRST_YEAR) @Max(LAST_YEAR) Integer year,
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(defaultValue = "false") boolean doubtful,
            Slice slice,
            Desk desk) {
        var scope = desk.below(unit).orElseThrow(UNIT_UNKNOWN);
        return slice.newest(showcases.list(year, doubtful, slice, scope), Showcase::id)
                .map(one -> ShowcaseView.of(one, desk));
    }

    @Operation(summary = "How a unit's stars rise and fall from year to year, and whether it is a model (晋位升级)")
    @GetMapping("/v1/units/{id}/stars")
    StarsView stars(@PathVariable UnitId id, Desk desk) {
        var unit = desk.known(id).orElseThrow(UNIT_UNKNOWN);
        var named = showcases.listOf(List.of(id.value()));
        return new StarsView(
                id.value(),
                unit.name(),
                named.stream().anyMatch(Showcase::stands),
                years(grades.listStars(List.of(id.value()), FIRST_YEAR, LAST_YEAR)),
                named.stream().map(one -> ShowcaseView.of(one, desk)).toList());
    }

    private static List<StarsOfYear> years(List<Starred> given) {
        var byYear = new TreeMap<Integer, Starred>();
        // of two gradings of a year the last one stands
        given.stream().filter(Starred::isFiled).forEach(one -> byYear.put(one.year(), one));
        return byYear.descendingMap().values().stream()
                .map(one -> {
                    var before = byYear.get(one.year() - 1);
                    return new StarsOfYear(
                            one.year(),
                            one.stars(),
                            before == null ? null : Course.of(before.stars(), one.stars()),
                            one.grading());
                })
                .toList();
    }
}
