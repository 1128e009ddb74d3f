package cn.dangjian.notification.inbox;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.notification.inbox.ReadItem.Outcome;
import cn.dangjian.platform.directory.OwnUnit;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
    Page<InboxItem> list(
            @OwnUnit Scope scope,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var last = Cursor.parse(cursor, 1);
        long before = last == null ? Long.MAX_VALUE : last.number(0);
        return Page.of(inbox.list(before, unread, limit + 1, scope), limit, item -> Cursor.of(item.position()));
    }

    @Operation(summary = "How much of it is unread")
    @GetMapping("/summary")
    Summary summary(@OwnUnit Scope scope) {
        return new Summary(inbox.countUnread(scope));
    }

    @Operation(summary = "Say that one was read (已读)")
    @PostMapping("/{position}/reading")
    ResponseEntity<?> read(@PathVariable long position, @OwnUnit Scope scope) {
        return switch (readItem.read(position, scope)) {
            case Outcome.Read() -> ResponseEntity.noContent().build();
            case Outcome.NoSuchItem() -> problem(NOT_FOUND, "item.unknown");
        };
    }
}
