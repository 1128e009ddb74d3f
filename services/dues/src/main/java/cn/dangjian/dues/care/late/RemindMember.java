package cn.dangjian.dues.care.late;

import static cn.dangjian.dues.care.late.LateRefusal.MEMBER_UNKNOWN;
import static cn.dangjian.dues.care.late.LateRefusal.NOT_BRANCH;
import static cn.dangjian.dues.care.late.LateRefusal.NOT_LATE;
import static cn.dangjian.dues.care.late.LateRefusal.REMINDED_ALREADY;
import static cn.dangjian.dues.care.late.LateRefusal.WRONG_DAY;

import cn.dangjian.dues.care.late.ReminderTable.Reminder;
import cn.dangjian.dues.roll.RollTable;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 提醒: a branch writes down that it has reminded its member. */
@Service
class RemindMember {

    private final RollTable payers;
    private final CountLate countLate;
    private final ReminderTable reminders;

    RemindMember(RollTable payers, CountLate countLate, ReminderTable reminders) {
        this.payers = payers;
        this.countLate = countLate;
        this.reminders = reminders;
    }

    record ReminderRequest(
            @NotNull LocalDate day,

            @Nullable @Size(max = 200) @Stripped(lines = true)
            String note) {}

    @Transactional
    Late remind(long member, ReminderRequest request, Desk desk) {
        var payer = payers.lock(member, desk.scope()).orElseThrow(MEMBER_UNKNOWN);
        NOT_BRANCH.when(desk.isAt(Tier.PROVINCE, Tier.CITY, Tier.COUNTY));
        var late = countLate.now(member);
        var since = late.since();
        if (since == null) throw NOT_LATE.get();
        WRONG_DAY.when(request.day().isAfter(desk.today()) || request.day().isBefore(since));
        if (reminders.list(member).stream().map(Reminder::day).anyMatch(request.day()::equals))
            throw REMINDED_ALREADY.with(request.day().toString());

        reminders.insert(payer, new Reminder(request.day(), late.months(), late.fen(), request.note()), desk);
        return late;
    }
}
