package cn.dangjian.assessment.review.given;

import static cn.dangjian.assessment.review.given.GivenRefusal.DIFFERENCE_UNSAID;
import static cn.dangjian.assessment.review.given.GivenRefusal.MARK_UNKNOWN;
import static cn.dangjian.assessment.review.given.GivenRefusal.NOT_OWNER;
import static cn.dangjian.assessment.review.given.GivenRefusal.NOT_SELF;
import static cn.dangjian.assessment.review.given.GivenRefusal.TOO_FEW;
import static cn.dangjian.assessment.review.given.GivenRefusal.UNIT_UNKNOWN;
import static cn.dangjian.assessment.review.given.GivenRefusal.WAIVED;
import static cn.dangjian.assessment.review.given.GivenRefusal.WITHDRAWN_ALREADY;
import static cn.dangjian.assessment.review.given.GivenRefusal.WRONG_SOURCE;

import cn.dangjian.assessment.points.Points;
import cn.dangjian.assessment.review.given.Subject.Asked;
import cn.dangjian.assessment.scheme.content.Method;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 自评、考评、评议: what a unit says of itself, what the owner of the scheme finds, and what sheets of a vote say. */
@Service
class GiveMarks {

    private static final String LEAST = "assessment.vote.sheets.least";

    private final Subject subject;
    private final Marks marks;
    private final GivenTable table;
    private final Rulebook rulebook;

    GiveMarks(Subject subject, Marks marks, GivenTable table, Rulebook rulebook) {
        this.subject = subject;
        this.marks = marks;
        this.table = table;
        this.rulebook = rulebook;
    }

    record SelfRequest(
            @Min(2000) @Max(2100) int year,

            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,15}")
            String indicator,

            @NotNull @Valid Points points,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String words) {}

    /**
     * What a check has found.
     *
     * @param unannounced whether nobody knew of it (暗访)
     * @param difference why it differs from what the unit has said of itself; null if it does not, or it has said nothing
     */
    record CheckRequest(
            @Min(2000) @Max(2100) int year,

            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,15}")
            String indicator,

            @NotNull LocalDate day,
            boolean unannounced,
            @NotNull @Valid Points points,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String words,

            @Nullable @Size(max = 900) @Stripped(lines = true)
            String difference) {}

    /** @param points of all sheets together */
    record VoteRequest(
            @Min(2000) @Max(2100) int year,

            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,15}")
            String indicator,

            @NotNull LocalDate day,
            @Min(1) @Max(10_000) int sheets,
            @NotNull @Valid Points points,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String words) {}

    record WaiverRequest(
            @Min(2000) @Max(2100) int year,

            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,15}")
            String indicator,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String reason,

            @NotBlank @Size(max = 100) @Stripped String document) {}

    /** What the unit has said before no longer stands. */
    @Transactional
    void assess(UnitId id, SelfRequest request, Desk desk) {
        var unit = desk.known(id).orElseThrow(UNIT_UNKNOWN);
        NOT_SELF.unless(desk.isOf(id));
        var asked = subject.own(unit, request.year(), request.indicator(), desk);
        demand(asked, Method.EXPERT);
        var given = marks.hold(asked);
        own(given).ifPresent(before -> table.withdraw(before.id(), "重新自评"));
        var mark = mark(given, Source.SELF, desk.today(), 1, request.points(), request.words(), null);
        marks.add(given, asked, mark, desk);
    }

    @Transactional
    void check(UnitId id, CheckRequest request, Desk desk) {
        var asked = published(id, request.year(), request.indicator(), desk);
        demand(asked, Method.EXPERT);
        var given = marks.hold(asked);
        var own = own(given);
        boolean differs =
                own.isPresent() && own.get().points() != request.points().hundredths();
        var difference = request.difference();
        if (differs && (difference == null || difference.isEmpty()))
            throw DIFFERENCE_UNSAID.with(new Points(own.get().points()));
        var source = request.unannounced() ? Source.UNANNOUNCED : Source.ANNOUNCED;
        var mark =
                mark(given, source, request.day(), 1, request.points(), request.words(), differs ? difference : null);
        marks.add(given, asked, mark, desk);
    }

    /** Fewer sheets than the rule asks for are not counted: one could tell whose they are. */
    @Transactional
    void count(UnitId id, VoteRequest request, Desk desk) {
        var asked = published(id, request.year(), request.indicator(), desk);
        demand(asked, Method.VOTE);
        var rules = rulebook.on(desk.today());
        int least = rules.number(LEAST, asked.unit().path());
        if (request.sheets() < least)
            throw TOO_FEW.with(least, rules.source(LEAST, asked.unit().path()));
        var given = marks.hold(asked);
        var mark = mark(given, Source.VOTE, request.day(), request.sheets(), request.points(), request.words(), null);
        marks.add(given, asked, mark, desk);
    }

    /** 不适用: nobody gives anything, and what others have takes its place. */
    @Transactional
    void waive(UnitId id, WaiverRequest request, Desk desk) {
        var asked = published(id, request.year(), request.indicator(), desk);
        demand(asked, Method.EXPERT, Method.VOTE);
        var given = marks.hold(asked);
        WAIVED.when(given.waived() != null);
        marks.waive(given, asked, request.reason(), request.document());
    }

    /** A mark that was wrong counts no more; it is kept with the reason. The unit and year that it was of. */
    @Transactional
    Given withdraw(long markId, String reason, Desk desk) {
        var found = table.findMark(markId).orElseThrow(MARK_UNKNOWN);
        var given = table.find(found.givenId()).orElseThrow();
        var unit = subject.find(new UnitId(given.unitId()), given.year(), desk).orElseThrow(MARK_UNKNOWN);
        boolean isOwn = found.source() == Source.SELF;
        if (isOwn) NOT_SELF.unless(desk.isOf(unit.id()));
        else NOT_OWNER.unless(desk.isOf(new UnitId(given.ownerId())));
        var asked = subject.published(unit, given.year(), given.code(), given.ownerId(), desk);
        var held = marks.hold(asked);
        var mark = table.findMark(markId).orElseThrow();
        WITHDRAWN_ALREADY.when(mark.withdrawn() != null);
        marks.withdraw(held, asked, mark, reason);
        return held;
    }

    private Asked published(UnitId id, int year, String code, Desk desk) {
        var unit = subject.find(id, year, desk).orElseThrow(UNIT_UNKNOWN);
        NOT_OWNER.when(desk.scope().contains(unit) && !desk.isAbove(unit));
        return subject.published(unit, year, code, desk.unit().id().value(), desk);
    }

    private static void demand(Asked asked, Method... methods) {
        var indicator = asked.indicator();
        for (var method : methods) if (indicator.method() == method) return;
        throw WRONG_SOURCE.with(indicator.name());
    }

    private Optional<Mark> own(Given given) {
        return marks.list(given).stream().filter(Mark::isOwn).findFirst();
    }

    private static Mark mark(
            Given given,
            Source source,
            LocalDate day,
            int sheets,
            Points points,
            String words,
            @Nullable String difference) {
        return new Mark(0, given.id(), source, day, sheets, points.hundredths(), words, difference, null);
    }
}
