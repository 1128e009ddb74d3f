package cn.dangjian.push.stream;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.FORBIDDEN;

import cn.dangjian.push.ended.Access;
import cn.dangjian.push.feed.Item;
import cn.dangjian.push.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The door for clients that want to stay connected. */
@Tag(name = "stream 推送")
@RestController
class StreamController {

    private static final Duration LONGEST = Duration.ofHours(12);

    private final FollowInbox followInbox;
    private final Clock clock;

    StreamController(FollowInbox followInbox, Clock clock) {
        this.followInbox = followInbox;
        this.clock = clock;
    }

    @Operation(summary = "收件箱实时推送", description = "事件 ready、inbox、end；id 为收件箱位置，断线后以 Last-Event-ID 续传")
    @ApiResponse(
            responseCode = "200",
            description = "data of the event inbox is an item / inbox 事件的 data 为一条收件",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = Item.class)))
    @GetMapping(path = "/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<ResponseEntity<Flux<ServerSentEvent<?>>>> stream(
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String after) {
        var position = position(lastEventId == null || lastEventId.isBlank() ? after : lastEventId);
        return followInbox
                .follow(access(token), unit(token), position, life(token))
                .map(events -> ResponseEntity.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        .cacheControl(CacheControl.noStore())
                        // for a reverse proxy that would collect the events before it passes them on
                        .header("X-Accel-Buffering", "no")
                        .body(events));
    }

    private Duration life(Jwt token) {
        var expires = token.getExpiresAt();
        if (expires == null) return LONGEST;
        var left = Duration.between(clock.instant(), expires);
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }

    private static Access access(Jwt token) {
        Long version = token.getClaim("av") instanceof Number number ? number.longValue() : null;
        return new Access(String.valueOf(token.getSubject()), version, token.getClaimAsString("sid"));
    }

    private static long unit(Jwt token) {
        boolean isService = Boolean.TRUE.equals(token.getClaim("svc"));
        if (!isService && token.getClaim("unit") instanceof Number unit && token.getClaim("post") instanceof Number) {
            return unit.longValue();
        }
        throw new ProblemException(FORBIDDEN, "caller.no-post");
    }

    private static @Nullable Long position(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            long position = Long.parseLong(text);
            if (position >= 0) return position;
        } catch (NumberFormatException e) {
            throw new ProblemException(BAD_REQUEST, "cursor.invalid", null, e);
        }
        throw new ProblemException(BAD_REQUEST, "cursor.invalid");
    }
}
