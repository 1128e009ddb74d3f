package cn.dangjian.platform.files.upload;

import static cn.dangjian.platform.files.upload.UploadRefusal.COMPLETE;
import static cn.dangjian.platform.files.upload.UploadRefusal.DAMAGED;
import static cn.dangjian.platform.files.upload.UploadRefusal.DIGEST_MALFORMED;
import static cn.dangjian.platform.files.upload.UploadRefusal.OFFSET_MISSING;
import static cn.dangjian.platform.files.upload.UploadRefusal.OTHER_OFFSET;
import static cn.dangjian.platform.files.upload.UploadRefusal.TOO_LARGE;
import static cn.dangjian.platform.files.upload.UploadRefusal.UNKNOWN;

import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
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
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequestMapping(method = RequestMethod.HEAD, path = "/v1/uploads/{id}")
    ResponseEntity<Void> offset(@PathVariable long id, Caller caller) {
        var upload = uploads.find(id, caller.account()).orElseThrow(UNKNOWN);
        return PieceDoor.where(upload.length(), upload.complete());
    }

    @Operation(summary = "Append a piece to a file, exactly where it ends")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PatchMapping(path = "/v1/uploads/{id}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<Void> append(
            @PathVariable long id,
            @RequestHeader(name = PieceDoor.OFFSET, required = false) @Nullable String offset,
            @RequestHeader(name = PieceDoor.COMPLETE, required = false) @Nullable String complete,
            @RequestHeader(name = PieceDoor.DIGEST, required = false) @Nullable String digest,
            @RequestBody(required = false) byte @Nullable [] bytes,
            Caller caller,
            HttpServletResponse response) {
        UNKNOWN.when(uploads.find(id, caller.account()).isEmpty());
        var door = door();
        var piece = door.piece(offset, complete, digest, bytes);
        return door.answer(appendPiece.append(id, piece, caller.account()), piece, String.valueOf(id), response);
    }

    private static PieceDoor door() {
        return new PieceDoor(OFFSET_MISSING, DIGEST_MALFORMED, OTHER_OFFSET, COMPLETE, TOO_LARGE, DAMAGED);
    }
}
