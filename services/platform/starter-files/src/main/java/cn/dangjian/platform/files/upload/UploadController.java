package cn.dangjian.platform.files.upload;

import static cn.dangjian.platform.files.upload.UploadRefusal.UNKNOWN;

import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Uploading a large file in pieces: ask where it ends, send what comes next. */
@Tag(name = "files 导入导出")
@RestController
class UploadController {

    private static final PieceDoor DOOR = new PieceDoor(
            "upload.offset-missing",
            "upload.digest-malformed",
            "upload.offset-mismatch",
            "upload.complete",
            "upload.too-large",
            "upload.digest-mismatch");

    private final AppendPiece appendPiece;
    private final UploadTable uploads;
    private final Clock clock;

    UploadController(AppendPiece appendPiece, UploadTable uploads, Clock clock) {
        this.appendPiece = appendPiece;
        this.uploads = uploads;
        this.clock = clock;
    }

    record UploadResponse(long id) {}

    @Operation(
            summary = "Begin to upload a file in pieces",
            description = "Send the pieces with PATCH, then name it to POST /v1/intakes as upload.")
    @Idempotent
    @PostMapping("/v1/uploads")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<UploadResponse> open(Caller caller) {
        long id = uploads.open(caller.account(), clock.instant());
        return Reply.created("/v1/uploads/" + id, new UploadResponse(id));
    }

    @Operation(summary = "How much of a file has arrived")
    @RequestMapping(method = RequestMethod.HEAD, path = "/v1/uploads/{id}")
    ResponseEntity<?> offset(@PathVariable long id, Caller caller) {
        var upload = uploads.find(id, caller.account()).orElseThrow(UNKNOWN);
        return PieceDoor.where(upload.length(), upload.complete());
    }

    @Operation(summary = "Append a piece to a file, exactly where it ends")
    @PatchMapping(path = "/v1/uploads/{id}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<?> append(
            @PathVariable long id,
            @RequestHeader(name = PieceDoor.OFFSET, required = false) @Nullable String offset,
            @RequestHeader(name = PieceDoor.COMPLETE, required = false) @Nullable String complete,
            @RequestHeader(name = PieceDoor.DIGEST, required = false) @Nullable String digest,
            @RequestBody(required = false) byte @Nullable [] bytes,
            Caller caller) {
        var piece = DOOR.piece(offset, complete, digest, bytes);
        return DOOR.answer(appendPiece.append(id, piece, caller.account()), piece, String.valueOf(id));
    }
}
