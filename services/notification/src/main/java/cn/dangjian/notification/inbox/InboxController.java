package cn.dangjian.notification.inbox;

import cn.dangjian.platform.directory.OwnUnit;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The inbox of the caller's own unit. */
@Tag(name = "inbox 收件箱")
@RestController
@RequestMapping("/v1/inbox")
class InboxController {

    private final InboxQueries inbox;
    private final ReadItem readItem;

    InboxController(InboxQueries inbox, ReadItem readItem) {
        this.inbox = inbox;
        this.readItem = readItem;
    }

    record Summary(long unread) {}

    @Operation(summary = "The inbox of the caller's unit, the newest first")
    @GetMapping
    Page<InboxItem> list(@OwnUnit Scope scope, @RequestParam(defaultValue = "false") boolean unread, Slice slice) {
        return slice.newest(inbox.list(slice.before(), unread, slice.rows(), scope), InboxItem::position);
    }

    @Operation(summary = "How much of it is unread")
    @GetMapping("/summary")
    Summary summary(@OwnUnit Scope scope) {
        return new Summary(inbox.countUnread(scope));
    }

    @Operation(summary = "Say that one was read (已读)")
    @PostMapping("/{position}/reading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable long position, @OwnUnit Scope scope) {
        readItem.read(position, scope);
    }
}
