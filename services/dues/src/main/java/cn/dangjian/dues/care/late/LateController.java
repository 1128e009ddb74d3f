package cn.dangjian.dues.care.late;

import static cn.dangjian.dues.care.late.LateRefusal.MEMBER_UNKNOWN;
import static cn.dangjian.dues.care.late.LateRefusal.UNIT_UNKNOWN;

import cn.dangjian.dues.care.late.LateQueries.Part;
import cn.dangjian.dues.care.late.LateQueries.Row;
import cn.dangjian.dues.care.late.RemindMember.ReminderRequest;
import cn.dangjian.dues.care.late.ReminderTable.Reminder;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.roll.RollTable;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.time.YearMonth;
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

/** Who is late, and that he was reminded. */
@Tag(name = "arrears 欠交")
@RestController
class LateController {

    private final LateQueries queries;
    private final CountLate countLate;
    private final RemindMember remindMember;
    private final ReminderTable reminders;
    private final RollTable payers;

    LateController(
            LateQueries queries,
            CountLate countLate,
            RemindMember remindMember,
            ReminderTable reminders,
            RollTable payers) {
        this.queries = queries;
        this.countLate = countLate;
        this.remindMember = remindMember;
        this.reminders = reminders;
        this.payers = payers;
    }

    /**
     * @param months the longest row of open months that are over
     * @param caseId an open case of his
     */
    record LateView(
            long member,
            long unit,
            String unitName,
            int months,
            YearMonth since,
            int openMonths,
            Yuan open,
            @Nullable LocalDate remindedOn,
            @Nullable Long caseId) {

        static LateView of(Row row) {
            return new LateView(
                    row.member(),
                    row.unit(),
                    row.unitName(),
                    row.months(),
                    YearMonth.from(row.since()),
                    row.openMonths(),
                    new Yuan(row.fen()),
                    row.remindedOn(),
                    row.caseId());
        }
    }

    /**
     * @param one members with one open month
     * @param six with six in a row and more
     */
    record CountView(long members, long one, long two, long three, long four, long five, long six, Yuan open) {

        static CountView of(List<Part> parts) {
            long[] sums = new long[7];
            for (var part : parts) {
                long[] each = {part.m1(), part.m2(), part.m3(), part.m4(), part.m5(), part.m6(), part.fen()};
                for (int i = 0; i < sums.length; i++) sums[i] += each[i];
            }
            long members = 0;
            for (int i = 0; i < 6; i++) members += sums[i];
            return new CountView(members, sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], new Yuan(sums[6]));
        }
    }

    /** @param own whether these are the unit's own members, not those below it */
    record ChildView(long unit, String name, boolean own, CountView counts) {}

    /** @param all at and below the unit: the sum of the parts */
    record CountsView(long unit, String name, CountView all, List<ChildView> parts) {}

    record ReminderView(
            LocalDate day, int months, Yuan open, @Nullable String note) {

        static ReminderView of(Reminder reminder) {
            return new ReminderView(reminder.day(), reminder.months(), new Yuan(reminder.fen()), reminder.note());
        }
    }

    /** @param since null if nothing is open */
    record MemberView(
            long member,
            int months,
            @Nullable YearMonth since,
            int openMonths,
            Yuan open,
            List<ReminderView> reminders) {}

    @Operation(
            summary =
                    "Members at and below a unit who have not paid months that are over, in the order of the tree (欠交)",
            description = "With so many open months in a row or more. What was paid settles the oldest month first.")
    @GetMapping("/v1/units/{id}/arrears")
    Page<LateView> arrears(
            @PathVariable UnitId id,
            @RequestParam(defaultValue = "1") @Min(1) @Max(1200) int months,
            Slice slice,
            Desk desk) {
        var scope = desk.below(id).orElseThrow(UNIT_UNKNOWN);
        return slice.inTree(queries.list(months, slice, scope), Row::path, Row::member)
                .map(LateView::of);
    }

    @Operation(
            summary = "How many have not paid months that are over at and below a unit, by child and months in a row")
    @GetMapping("/v1/units/{id}/arrears/counts")
    CountsView counts(@PathVariable UnitId id, Desk desk) {
        var unit = desk.known(id).orElseThrow(UNIT_UNKNOWN);
        var scope = desk.scope().below(unit);
        var parts = queries.parts(unit, scope);
        var children = queries.children(unit, scope).stream()
                .map(child -> new ChildView(
                        child.id(),
                        child.name(),
                        child.id() == unit.id().value(),
                        CountView.of(parts.stream()
                                .filter(part -> part.path().equals(child.path()))
                                .toList())))
                .filter(child -> child.counts().members() > 0)
                .toList();
        return new CountsView(unit.id().value(), unit.name(), CountView.of(parts), children);
    }

    @Operation(summary = "How late a member is, and when he was reminded")
    @GetMapping("/v1/members/{id}/arrears")
    MemberView arrearsOf(@PathVariable long id, Desk desk) {
        MEMBER_UNKNOWN.when(payers.find(id, desk.scope()).isEmpty());
        return view(countLate.of(id));
    }

    @Operation(summary = "Write down that a member was reminded (提醒)")
    @Idempotent
    @PostMapping("/v1/members/{id}/arrears/reminders")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MemberView> remind(@PathVariable long id, @Valid @RequestBody ReminderRequest request, Desk desk) {
        return Reply.created(view(remindMember.remind(id, request, desk)));
    }

    private MemberView view(Late late) {
        var since = late.since();
        return new MemberView(
                late.member(),
                late.months(),
                since == null ? null : YearMonth.from(since),
                late.openMonths(),
                new Yuan(late.fen()),
                reminders.list(late.member()).stream().map(ReminderView::of).toList());
    }
}
