package cn.dangjian.notification.inbox;

import cn.dangjian.notification.feed.Feed;
import cn.dangjian.platform.web.caller.ServiceCaller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What push, and push alone, asks: what a client has missed, what push itself has missed. */
@Tag(name = "push 推送")
@RestController
@RequestMapping("/internal")
class PushController {

    private static final String PUSH = "push";

    private final InboxQueries inbox;
    private final Feed feed;

    PushController(InboxQueries inbox, Feed feed) {
        this.inbox = inbox;
        this.feed = feed;
    }

    /** @param head the last position of the feed when the answer was made, or before */
    record Missed(long head, List<InboxItem> items) {}

    /**
     * @param to the last position that the items account for
     * @param head the last position of the feed when the answer was made, or before
     */
    record FeedAnswer(long to, long head, List<InboxItem> items) {}

    record Head(long head) {}

    @Operation(summary = "What a client has missed; for push alone")
    @GetMapping("/inbox")
    Missed inbox(
            ServiceCaller caller,
            @RequestParam long unit,
            @RequestParam @Min(0) long after,
            @RequestParam(defaultValue = "200") @Min(1) @Max(1000) int limit) {
        refuseOthers(caller);
        long head = feed.head();
        return new Missed(head, inbox.listAfter(unit, after, limit));
    }

    @Operation(summary = "What push itself has missed; for push alone")
    @GetMapping("/feed")
    FeedAnswer feed(
            ServiceCaller caller,
            @RequestParam @Min(0) long after,
            @RequestParam(defaultValue = "500") @Min(1) @Max(2000) int limit) {
        refuseOthers(caller);
        long head = feed.head();
        var page = inbox.pageAfter(after, limit);
        return new FeedAnswer(page.to(), head, page.items());
    }

    @Operation(summary = "How far the feed reaches; for push alone")
    @GetMapping("/feed/head")
    Head head(ServiceCaller caller) {
        refuseOthers(caller);
        return new Head(feed.head());
    }

    private static void refuseOthers(ServiceCaller caller) {
        InboxRefusal.NOT_PUSH.unless(caller.service().equals(PUSH));
    }
}
