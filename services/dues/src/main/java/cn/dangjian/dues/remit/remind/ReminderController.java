package cn.dangjian.dues.remit.remind;

import cn.dangjian.dues.remit.remind.Remind.ReminderRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who was reminded of what is late. */
@Tag(name = "reminders 上缴提醒")
@RestController
class ReminderController {

    private final Remind remind;
    private final ReminderTable reminders;

    ReminderController(Remind remind, ReminderTable reminders) {
        this.remind = remind;
        this.reminders = reminders;
    }

    @Operation(summary = "Remind a unit directly below of what it should have passed on (逾期提醒)")
    @Idempotent
    @PostMapping("/v1/units/{id}/remittance-reminders")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Reminder> remind(@PathVariable UnitId id, @Valid @RequestBody ReminderRequest request, Desk desk) {
        return Reply.created(remind.remind(id, request, desk));
    }

    @Operation(summary = "Reminders to units at and below the caller's, the newest first")
    @GetMapping("/v1/remittance-reminders")
    Page<Reminder> reminders(Slice slice, @Subtree Scope scope) {
        return slice.newest(reminders.list(slice, scope), Reminder::id);
    }
}
