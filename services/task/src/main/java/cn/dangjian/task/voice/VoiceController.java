package cn.dangjian.task.voice;

import cn.dangjian.platform.directory.OwnUnit;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.platform.web.version.Versioned;
import cn.dangjian.task.voice.ReplyVoice.AcceptRequest;
import cn.dangjian.task.voice.ReplyVoice.RefuseRequest;
import cn.dangjian.task.voice.SayVoice.VoiceRequest;
import cn.dangjian.task.voice.VoiceQueries.VoiceView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.OffsetDateTime;
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

/** Door for what units answer, and what issuers reply. */
@Tag(name = "voices 反馈")
@RestController
class VoiceController {

    private final SayVoice sayVoice;
    private final ReplyVoice replyVoice;
    private final VoiceQueries voices;

    VoiceController(SayVoice sayVoice, ReplyVoice replyVoice, VoiceQueries voices) {
        this.sayVoice = sayVoice;
        this.replyVoice = replyVoice;
        this.voices = voices;
    }

    /**
     * Where it stands now.
     *
     * @param until the assignment's date from now on
     */
    record VoiceResponse(
            VoiceId id,
            long assignment,
            UnitId unit,
            UnitId issuer,
            Voice.Kind kind,
            Voice.State state,
            OffsetDateTime replyBy,
            @Nullable String reply,
            @Nullable OffsetDateTime until,
            long version)
            implements Versioned {

        static VoiceResponse of(Voice voice) {
            return new VoiceResponse(
                    voice.id(),
                    voice.assignment(),
                    voice.unit(),
                    voice.issuer(),
                    voice.kind(),
                    voice.state(),
                    voice.replyBy(),
                    voice.reply(),
                    voice.until(),
                    voice.version());
        }
    }

    @Operation(
            summary = "反馈 / Answer to an assignment of one's own: done already, not applicable, impossible by then, a"
                    + " duplicate; nobody urges while the reply is awaited")
    @PostMapping("/v1/assignments/{id}/voices")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<VoiceResponse> say(
            @PathVariable long id, @Valid @RequestBody VoiceRequest request, @OwnUnit Desk desk) {
        var voice = sayVoice.say(id, request, desk);
        return Reply.created("/v1/voices/" + voice.id().value(), VoiceResponse.of(voice));
    }

    @Operation(summary = "同意反馈 / Accept what a unit answered: the assignment is done, closed, joined or has a new date")
    @PostMapping("/v1/voices/{id}/acceptance")
    ResponseEntity<VoiceResponse> accept(
            @PathVariable VoiceId id,
            @Valid @RequestBody AcceptRequest request,
            @Subtree(lines = true) Desk desk,
            Seen seen) {
        return Reply.ok(VoiceResponse.of(replyVoice.accept(id, request, desk, seen)));
    }

    @Operation(summary = "不同意反馈 / Refuse what a unit answered, with a reason")
    @PostMapping("/v1/voices/{id}/refusal")
    ResponseEntity<VoiceResponse> refuse(
            @PathVariable VoiceId id,
            @Valid @RequestBody RefuseRequest request,
            @Subtree(lines = true) Desk desk,
            Seen seen) {
        return Reply.ok(VoiceResponse.of(replyVoice.refuse(id, request, desk, seen)));
    }

    @Operation(summary = "反馈详情 / What a unit in one's own part of the tree answered, or was answered to one")
    @GetMapping("/v1/voices/{id}")
    ResponseEntity<VoiceView> get(@PathVariable VoiceId id, @Subtree(lines = true) Desk desk) {
        return Reply.ok(voices.find(id, desk.scope(), desk.now()).orElseThrow(VoiceRefusal.UNKNOWN));
    }

    @Operation(summary = "反馈清单 / What was answered by, or to, units in one's own part of the tree, the newest first")
    @GetMapping("/v1/voices")
    Page<VoiceView> list(
            @Subtree(lines = true) Desk desk, @RequestParam(defaultValue = "false") boolean open, Slice slice) {
        return slice.newest(voices.list(desk.scope(), open, desk.now(), slice), view -> view.id()
                .value());
    }
}
