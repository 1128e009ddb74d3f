package cn.dangjian.assessment.result.grade;

import static cn.dangjian.assessment.result.grade.GradingRefusal.APPEALS_OPEN;
import static cn.dangjian.assessment.result.grade.GradingRefusal.GRADED_ALREADY;
import static cn.dangjian.assessment.result.grade.GradingRefusal.NOT_FROZEN;
import static cn.dangjian.assessment.result.grade.GradingRefusal.OUT_OF_ORDER;
import static cn.dangjian.assessment.result.grade.GradingRefusal.SCHEME_UNKNOWN;
import static cn.dangjian.assessment.result.grade.GradingRefusal.STARS_UNFIT;
import static cn.dangjian.assessment.result.grade.GradingRefusal.UNITS_MISSING;
import static cn.dangjian.assessment.result.grade.GradingRefusal.UNIT_OTHER;
import static cn.dangjian.assessment.result.grade.GradingRefusal.UNIT_TWICE;
import static cn.dangjian.assessment.result.grade.GradingRefusal.WRONG_SCALE;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toMap;

import cn.dangjian.assessment.fact.measure.ObjectKind;
import cn.dangjian.assessment.points.Points;
import cn.dangjian.assessment.result.grade.Grade.Scale;
import cn.dangjian.assessment.result.grade.Grading.State;
import cn.dangjian.assessment.result.grade.GradingRepository.GradeRow;
import cn.dangjian.assessment.result.grade.GradingRepository.Peer;
import cn.dangjian.assessment.result.year.CloseTable;
import cn.dangjian.assessment.scheme.frame.Scheme;
import cn.dangjian.assessment.scheme.frame.SchemeTable;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 提出等次: whoever has published a scheme grades all its units when the year is frozen and no appeal is open. */
@Service
class ProposeGrades {

    private static final Set<ObjectKind> STARRED = EnumSet.of(ObjectKind.VILLAGE, ObjectKind.BRANCH);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final SchemeTable schemes;
    private final CloseTable closes;
    private final GradingRepository gradings;
    private final Rulebook rulebook;
    private final Cases<State, GradingStep> cases;

    ProposeGrades(
            SchemeTable schemes, CloseTable closes, GradingRepository gradings, Rulebook rulebook, CaseStore store) {
        this.schemes = schemes;
        this.closes = closes;
        this.gradings = gradings;
        this.rulebook = rulebook;
        this.cases = store.of(GradingStep.KIND);
    }

    record GradeRequest(
            long unit,
            @NotNull Grade grade,

            @Nullable @Size(max = 200) @Stripped(lines = true)
            String reason) {}

    record GradingRequest(
            @NotNull Scale scale,
            @NotBlank @Size(max = 100) @Stripped String document,
            @NotEmpty @Size(max = 20_000) List<@NotNull @Valid GradeRequest> grades) {}

    @Transactional
    Grading propose(long schemeId, GradingRequest request, Desk desk) {
        cases.lock(desk.unit().id());
        var scheme = schemes.find(schemeId, desk.scope()).orElseThrow(SCHEME_UNKNOWN);
        var owner = desk.known(new UnitId(scheme.unitId())).orElseThrow(SCHEME_UNKNOWN);
        cases.mayOpen(GradingStep.PROPOSED, owner, desk);
        GRADED_ALREADY.when(gradings.isGraded(schemeId));
        var grades = grades(scheme, request, desk);

        var file = cases.open(GradingStep.PROPOSED, owner, Said.today(desk).by(request.document()), desk);
        gradings.insert(file.id(), scheme, request.scale(), request.document());
        gradings.replace(file.id(), grades);
        return gradings.find(file.id(), desk.scope()).orElseThrow();
    }

    /** What was returned comes again, as a whole. */
    @Transactional
    Grading revise(long id, GradingRequest request, Seen seen, Desk desk) {
        var held =
                cases.hold(id, desk).may(GradingStep.REVISED, Said.today(desk).by(request.document()), seen);
        var grading = gradings.find(id, desk.scope()).orElseThrow();
        var grades = grades(schemes.get(grading.schemeId()), request, desk);
        held.take();
        gradings.revise(id, request.scale(), request.document());
        gradings.replace(id, grades);
        return gradings.find(id, desk.scope()).orElseThrow();
    }

    /** Whom to grade, in the order of the tree. */
    List<Peer> peers(long schemeId, Desk desk) {
        var scheme = schemes.find(schemeId, desk.scope())
                .filter(one -> desk.scope().contains(one.path()))
                .orElseThrow(SCHEME_UNKNOWN);
        refuseOpen(scheme);
        return gradings.listPeers(versions(scheme), scheme.year());
    }

    private void refuseOpen(Scheme scheme) {
        NOT_FROZEN.unless(closes.find(scheme)
                .filter(close -> close.isFrozen() && close.schemeId() == scheme.id())
                .isPresent());
    }

    private List<Long> versions(Scheme scheme) {
        return schemes.listPublished(scheme.year()).stream()
                .filter(scheme::isVersionOf)
                .map(Scheme::id)
                .toList();
    }

    private List<GradeRow> grades(Scheme scheme, GradingRequest request, Desk desk) {
        refuseOpen(scheme);
        STARS_UNFIT.when(request.scale() == Scale.STARS && !STARRED.contains(scheme.object()));
        WRONG_SCALE.unless(request.grades().stream().allMatch(one -> one.grade().isOf(request.scale())));
        var versions = versions(scheme);
        int open = gradings.countAppeals(versions);
        if (open > 0) throw APPEALS_OPEN.with(open);
        var peers = gradings.listPeers(versions, scheme.year()).stream().collect(toMap(Peer::unit, peer -> peer));
        var grades = new ArrayList<GradeRow>();
        var graded = new HashSet<Long>();
        for (var one : request.grades()) {
            if (!graded.add(one.unit())) throw UNIT_TWICE.with(String.valueOf(one.unit()));
            var peer = peers.get(one.unit());
            if (peer == null) throw UNIT_OTHER.with(String.valueOf(one.unit()));
            grades.add(new GradeRow(one.unit(), one.grade(), peer.total(), one.reason()));
        }
        var missing = peers.values().stream()
                .filter(peer -> !graded.contains(peer.unit()))
                .toList();
        if (!missing.isEmpty())
            throw UNITS_MISSING.with(missing.size(), missing.getFirst().name());
        refuseOver(scheme, request, desk);
        refuseOutOfOrder(grades, peers);
        return grades;
    }

    /** Whoever is graded better than a unit with more points is so for a reason that stands with the grade. */
    private static void refuseOutOfOrder(List<GradeRow> grades, Map<Long, Peer> peers) {
        var ahead = grades.stream()
                .sorted(comparingInt(GradeRow::total).reversed().thenComparingInt(one -> one.grade()
                        .level()))
                .toList();
        GradeRow worst = null;
        GradeRow worstOfEqual = null;
        for (var one : ahead) {
            if (worstOfEqual != null && worstOfEqual.total() > one.total()) worst = worse(worst, worstOfEqual);
            if (worst != null && one.isBetterThan(worst) && one.isUnexplained())
                throw OUT_OF_ORDER.with(
                        name(one, peers),
                        new Points(one.total()).text(),
                        name(worst, peers),
                        new Points(worst.total()).text());
            worstOfEqual = worstOfEqual != null && worstOfEqual.total() == one.total() ? worstOfEqual : one;
        }
    }

    private static GradeRow worse(@Nullable GradeRow one, GradeRow other) {
        return one == null || one.isBetterThan(other) ? other : one;
    }

    private static String name(GradeRow row, Map<Long, Peer> peers) {
        return Objects.requireNonNull(peers.get(row.unit())).name();
    }

    /** As many as the rule allows may have the best grade; where nobody has set one, any number. */
    private void refuseOver(Scheme scheme, GradingRequest request, Desk desk) {
        var rules = rulebook.on(desk.today());
        var quota = rules.find(request.scale().quota(), scheme.path());
        if (quota.isEmpty()) return;
        long best =
                request.grades().stream().filter(one -> one.grade().isBest()).count();
        long most = quota.get()
                .multiply(BigDecimal.valueOf(request.grades().size()))
                .divide(HUNDRED, 0, RoundingMode.FLOOR)
                .longValueExact();
        if (best > most)
            throw request.scale()
                    .over()
                    .with(best, most, rules.source(request.scale().quota(), scheme.path()));
    }
}
