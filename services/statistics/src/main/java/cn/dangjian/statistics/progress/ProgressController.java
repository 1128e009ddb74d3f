package cn.dangjian.statistics.progress;

import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.statistics.dispatch.Dispatch;
import cn.dangjian.statistics.dispatch.DispatchId;
import cn.dangjian.statistics.place.DayTable.Standing;
import cn.dangjian.statistics.progress.Perspective.After;
import cn.dangjian.statistics.progress.ProgressQueries.ChildView;
import cn.dangjian.statistics.progress.ProgressQueries.ProgressView;
import cn.dangjian.statistics.progress.UnitQueries.UnitView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "progress 进度")
@RestController
@RequestMapping("/v1/dispatches/{id}/progress")
class ProgressController {

    private static final After START = new After("", 0);

    private final Issuers issuers;
    private final Perspectives perspectives;

    ProgressController(Issuers issuers, Perspectives perspectives) {
        this.issuers = issuers;
        this.perspectives = perspectives;
    }

    /**
     * @param handedIn submitted and approved
     * @param submitted waiting for review
     * @param merged of units that ended and whose heirs do it with their own
     * @param closed of units that ended without an heir
     * @param withdrawn taken back by whoever dispatched it
     * @param overdue not handed in, though the deadline, or the unit's own date, is past
     */
    record FiguresResponse(
            long addressed,
            long delivered,
            long failed,
            long pending,
            long signed,
            long handedIn,
            long submitted,
            long returned,
            long approved,
            long merged,
            long closed,
            long withdrawn,
            long overdue) {

        static FiguresResponse of(Count count, boolean deadlinePassed) {
            var figures = count.figures();
            return new FiguresResponse(
                    figures.addressed(),
                    figures.delivered(),
                    figures.failed(),
                    figures.pending(),
                    figures.signed(),
                    figures.handedIn(),
                    figures.submitted(),
                    figures.returned(),
                    figures.approved(),
                    figures.merged(),
                    figures.closed(),
                    figures.withdrawn(),
                    count.overdue(deadlinePassed));
        }
    }

    /** @param own what of the figures is the unit's own, if it is addressed itself; the rest is its children's */
    record UnitResponse(
            UnitId id,
            String name,
            Tier tier,
            FiguresResponse figures,
            @Nullable FiguresResponse own) {}

    record ChildResponse(UnitId id, String name, Tier tier, FiguresResponse figures) {}

    /**
     * @param complete whether as many units are counted as were addressed; false until all has been heard here
     * @param tree the day on whose tree the figures stand; null if they stand where they are counted
     * @param unit its figures are of all below it, on whatever page its children are
     * @param elsewhere of these figures those of units that belong to somebody else today: that stood below on that day, or
     *     that the unit, or one below it, addressed; null if there are none
     */
    record ProgressResponse(
            DispatchId dispatch,
            String number,
            String title,
            Instant deadline,
            Instant asOf,
            boolean complete,
            @Nullable LocalDate tree,
            UnitResponse unit,
            List<ChildResponse> children,
            @Nullable FiguresResponse elsewhere,
            @Nullable String next) {}

    /**
     * How far a dispatch has come at a unit, the caller's own unless another one is named, and directly below it; where it
     * is counted, or on the tree of a day ({@code tree=NOW}, {@code tree=2026-03-01}).
     */
    @Operation(
            summary =
                    "How far a dispatch has come at a unit and directly below it, where it is counted or on the tree of"
                            + " a day; the unit's figures are of all pages")
    @GetMapping
    ProgressResponse progress(
            @PathVariable DispatchId id,
            @RequestParam @Nullable UnitId unit,
            @RequestParam @Nullable String tree,
            Slice slice,
            @Subtree(lines = true) Desk desk) {
        String after = after(Cursor.parse(slice.cursor(), 1));
        var asked = Asked.of(tree, desk.scope(), desk.now());
        var dispatch = issuers.getDispatch(id, desk.scope());
        var perspective = perspectives.choose(asked.dayOf(dispatch), desk.scope(), desk.now());
        var at = perspective.find(unit == null ? desk.unit().id() : unit).orElseThrow(ProgressRefusal.UNKNOWN);
        // before the figures, which are no less then
        boolean complete = issuers.isComplete(dispatch);
        boolean whole = issuers.seesWhole(dispatch, at, desk.scope());
        var found = perspective.getProgress(id, at, whole, after, slice.rows());
        boolean nothing = found.own().plus(found.below()).figures().addressed() == 0;
        if (nothing) refuseOthers(dispatch, perspective, at, desk);
        asked.refuseOutside(dispatch);
        return response(dispatch, complete, desk.now(), perspective.day(), at, found, slice);
    }

    /** At a unit where nothing is counted; what was passed on is looked for last, unit by unit. */
    private void refuseOthers(Dispatch dispatch, Perspective perspective, Standing at, Desk desk) {
        ProgressRefusal.UNKNOWN.unless(
                issuers.isShown(dispatch, at, desk.scope()) || perspective.hasPassedOn(dispatch.id(), at));
    }

    private ProgressResponse response(
            Dispatch dispatch,
            boolean complete,
            Instant now,
            @Nullable LocalDate tree,
            Standing unit,
            ProgressView found,
            Slice slice) {
        boolean passed = dispatch.isOverdueAt(now);
        var own = found.own().figures().addressed() == 0 ? null : FiguresResponse.of(found.own(), passed);
        var all = FiguresResponse.of(found.own().plus(found.below()), passed);
        var page = slice.page(found.children(), (ChildView child) -> Cursor.of(child.path()))
                .map(child -> new ChildResponse(
                        child.id(), child.name(), child.tier(), FiguresResponse.of(child.count(), passed)));
        return new ProgressResponse(
                dispatch.id(),
                dispatch.number(),
                dispatch.title(),
                dispatch.deadline(),
                now,
                complete,
                tree,
                new UnitResponse(unit.id(), unit.name(), unit.tier(), all, own),
                page.items(),
                found.elsewhere().equals(Count.NONE) ? null : FiguresResponse.of(found.elsewhere(), passed),
                page.next());
    }

    /** @param dueAt its own date, if it was given one; the deadline otherwise */
    record ListedResponse(
            UnitId id,
            String name,
            Tier tier,
            @Nullable Long assignment,
            String state,
            @Nullable Instant dueAt,
            String delivery,
            @Nullable String reason) {

        static ListedResponse of(UnitView unit) {
            return new ListedResponse(
                    unit.id(),
                    unit.name(),
                    unit.tier(),
                    unit.assignment(),
                    unit.state(),
                    unit.dueAt(),
                    unit.delivery(),
                    unit.reason());
        }
    }

    /** The units behind a number: {@code state} is the number's name. */
    @Operation(summary = "The units behind a number; all but those elsewhere, which progress counts without names")
    @GetMapping("/units")
    Page<ListedResponse> units(
            @PathVariable DispatchId id,
            @RequestParam(defaultValue = "addressed") String state,
            @RequestParam @Nullable UnitId unit,
            @RequestParam @Nullable String tree,
            Slice slice,
            @Subtree(lines = true) Desk desk) {
        var after = afterUnit(Cursor.parse(slice.cursor(), 2));
        var figure = Figure.find(state).orElseThrow(() -> ProgressRefusal.NO_SUCH_STATE.with(Figure.names()));
        var asked = Asked.of(tree, desk.scope(), desk.now());
        var dispatch = issuers.getDispatch(id, desk.scope());
        var perspective = perspectives.choose(asked.dayOf(dispatch), desk.scope(), desk.now());
        var at = perspective.find(unit == null ? desk.unit().id() : unit).orElseThrow(ProgressRefusal.UNKNOWN);
        boolean nothing =
                perspective.listUnits(id, Figure.ADDRESSED, at, START, 1).isEmpty();
        if (nothing) refuseOthers(dispatch, perspective, at, desk);
        asked.refuseOutside(dispatch);
        boolean nobody = figure == Figure.OVERDUE && !dispatch.isOverdueAt(desk.now());
        List<UnitView> listed = nobody ? List.of() : perspective.listUnits(id, figure, at, after, slice.rows());
        return slice.inTree(listed, UnitView::path, row -> row.id().value()).map(ListedResponse::of);
    }

    private static After afterUnit(@Nullable Cursor cursor) {
        String path = after(cursor);
        return cursor == null || path == null ? START : new After(path, cursor.number(1));
    }

    private static @Nullable String after(@Nullable Cursor cursor) {
        if (cursor == null) return null;
        ProgressRefusal.BAD_CURSOR.unless(cursor.string(0).matches("[+]?[0-9A-Za-z]{5,95}"));
        return cursor.string(0);
    }
}
