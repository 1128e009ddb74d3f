package cn.dangjian.dues.care.arrears;

import static cn.dangjian.dues.care.arrears.ArrearsRefusal.NO_FILE;

import cn.dangjian.dues.care.arrears.ArrearsCase.Reason;
import cn.dangjian.dues.care.arrears.ArrearsCase.State;
import cn.dangjian.dues.care.late.CountLate;
import cn.dangjian.dues.care.late.ReminderTable;
import cn.dangjian.dues.care.late.ReminderTable.Reminder;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.roll.RollTable;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Self;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a member sees of what he has not paid, what is asked about him, and how long he has (U-13). */
@Tag(name = "me 本人")
@RestController
class OwnArrearsController {

    private final ArrearsRepository repository;
    private final CountLate countLate;
    private final ReminderTable reminders;
    private final RollTable payers;
    private final Days days;

    OwnArrearsController(
            ArrearsRepository repository, CountLate countLate, ReminderTable reminders, RollTable payers, Days days) {
        this.repository = repository;
        this.countLate = countLate;
        this.reminders = reminders;
        this.payers = payers;
        this.days = days;
    }

    /**
     * @param hearingUntil the last day on which he may speak
     * @param daysLeft until the present state ends; below 0 if that day is over; null if nothing is due
     */
    record OwnCase(
            long id,
            State state,
            int months,
            Yuan open,
            LocalDate openedOn,
            @Nullable Reason kind,
            @Nullable String reason,
            @Nullable LocalDate noticedOn,
            @Nullable LocalDate hearingUntil,
            @Nullable Long daysLeft,
            @Nullable LocalDate decidedOn,
            @Nullable String document) {

        static OwnCase of(ArrearsCase one, LocalDate today) {
            return new OwnCase(
                    one.id(),
                    one.state(),
                    one.months(),
                    one.open(),
                    one.openedOn(),
                    one.kind(),
                    one.reason(),
                    one.noticedOn(),
                    one.hearingUntil(),
                    one.dueOn() == null ? null : ChronoUnit.DAYS.between(today, one.dueOn()),
                    one.decidedOn(),
                    one.document());
        }
    }

    /**
     * @param months the longest row of open months that are over
     * @param open what is open of all months that are over
     * @param remindedOn when his branch has reminded him, the latest day first
     */
    record OwnArrears(
            int months, @Nullable YearMonth since, Yuan open, List<LocalDate> remindedOn, List<OwnCase> cases) {}

    @Operation(summary = "What the caller has not paid, what is asked about him, and the days that he has (我的欠交)")
    @GetMapping("/v1/me/arrears")
    OwnArrears own(Self self) {
        long member = payers.ofAccount(self.account()).orElseThrow(NO_FILE);
        var late = countLate.of(member);
        var since = late.since();
        var today = days.today();
        return new OwnArrears(
                late.months(),
                since == null ? null : YearMonth.from(since),
                new Yuan(late.fen()),
                reminders.list(member).stream().map(Reminder::day).toList(),
                repository.listOwn(member).stream()
                        .map(one -> OwnCase.of(one, today))
                        .toList());
    }
}
