package cn.dangjian.dues.remit.remind;

import static cn.dangjian.dues.remit.remind.ReminderRefusal.NOT_OVERDUE;
import static cn.dangjian.dues.remit.remind.ReminderRefusal.NOT_SUPERIOR;
import static cn.dangjian.dues.remit.remind.ReminderRefusal.UNIT_UNKNOWN;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.remit.share.Shares;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.events.Outbox;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.Year;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 及时提醒: the unit directly above reminds one that is late, of this year's share or of last year's. */
@Service
class Remind {

    private static final String TYPE = "dues.remittance-reminded.v1";

    private final Shares shares;
    private final ReminderTable reminders;
    private final Outbox outbox;

    Remind(Shares shares, ReminderTable reminders, Outbox outbox) {
        this.shares = shares;
        this.reminders = reminders;
        this.outbox = outbox;
    }

    record ReminderRequest(
            @NotBlank @Size(max = 1000) @Stripped(lines = true)
            String text) {}

    /** The data of {@code contracts/events/remittance-reminded.v1}. */
    record RemittanceReminded(
            long reminder, long unit, long by, Yuan overdue, LocalDate since, String text, LocalDate on) {}

    @Transactional
    Reminder remind(UnitId id, ReminderRequest request, Desk desk) {
        var unit = desk.find(id).orElseThrow(UNIT_UNKNOWN);
        NOT_SUPERIOR.unless(desk.isDirectlyAbove(unit));
        var year = Year.from(desk.today());
        var remittance = shares.of(unit, year.minusYears(1), year, desk.today());
        NOT_OVERDUE.when(remittance.overdueSince() == null);
        var overdue = Objects.requireNonNull(remittance.overdue());
        var since = Objects.requireNonNull(remittance.overdueSince());
        long reminder = reminders.insert(unit, overdue, since, request.text(), desk);
        outbox.append(
                TYPE,
                "remittance-reminder:" + reminder,
                1,
                desk.subject(),
                new RemittanceReminded(
                        reminder, id.value(), desk.unit().id().value(), overdue, since, request.text(), desk.today()));
        return reminders.find(reminder, desk.scope()).orElseThrow();
    }
}
