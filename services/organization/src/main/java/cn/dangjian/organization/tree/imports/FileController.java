package cn.dangjian.organization.tree.imports;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.NO_CONTENT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.caller.Administrator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Uploading a file in pieces: ask where it ends, send what comes next. */
@Tag(name = "imports 导入")
@RestController
class FileController {

    private static final String OFFSET = "Upload-Offset";
    private static final String COMPLETE = "Upload-Complete";
    private static final String YES = "?1";
    private static final Pattern SHA_256 = Pattern.compile("sha-256=:([A-Za-z0-9+/]{43}=):");

    private final AppendChunk appendChunk;
    private final ImportTable imports;
    private final FileTable files;

    FileController(AppendChunk appendChunk, ImportTable imports, FileTable files) {
        this.appendChunk = appendChunk;
        this.imports = imports;
        this.files = files;
    }

    @Operation(summary = "How much of a file has arrived")
    @RequestMapping(method = RequestMethod.HEAD, path = "/v1/imports/{id}/files/{name}")
    ResponseEntity<?> offset(@PathVariable long id, @PathVariable String name, Administrator administrator) {
        var file = DivisionFile.named(name);
        if (file.isEmpty() || imports.find(id).isEmpty()) return problem(NOT_FOUND, "import.unknown");
        var state = files.get(id, file.get());
        return answer(NO_CONTENT, state.length(), state.complete());
    }

    @Operation(summary = "Append a piece to a file, exactly where it ends")
    @PatchMapping(path = "/v1/imports/{id}/files/{name}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<?> append(
            @PathVariable long id,
            @PathVariable String name,
            @RequestHeader(name = OFFSET, required = false) @Nullable String offset,
            @RequestHeader(name = COMPLETE, required = false) @Nullable String complete,
            @RequestHeader(name = "Repr-Digest", required = false) @Nullable String digest,
            @RequestBody(required = false) byte @Nullable [] bytes,
            Administrator administrator) {
        var file = DivisionFile.named(name);
        if (file.isEmpty()) return problem(NOT_FOUND, "import.unknown");
        if (offset == null || !offset.matches("[0-9]{1,15}")) return problem(BAD_REQUEST, "import.offset-missing");
        var sha256 = digest == null ? null : SHA_256.matcher(digest.strip());
        if (sha256 != null && !sha256.matches()) return problem(BAD_REQUEST, "import.digest-malformed");

        var chunk = new AppendChunk.Chunk(
                file.get(),
                Long.parseLong(offset),
                bytes == null ? new byte[0] : bytes,
                YES.equals(complete),
                sha256 == null ? null : Base64.getDecoder().decode(sha256.group(1)));
        return switch (appendChunk.append(id, chunk)) {
            case AppendChunk.Outcome.Appended(var length, var whole) -> answer(NO_CONTENT, length, whole);
            case AppendChunk.Outcome.NoSuchImport() -> problem(NOT_FOUND, "import.unknown");
            case AppendChunk.Outcome.Closed() -> problem(CONFLICT, "import.closed");
            case AppendChunk.Outcome.OtherOffset(var right) ->
                at(right, problem(CONFLICT, "import.offset-mismatch", String.valueOf(right), offset));
            case AppendChunk.Outcome.Complete(var length) ->
                at(length, problem(CONFLICT, "import.file-complete", name));
            case AppendChunk.Outcome.TooLarge(var limit) ->
                problem(CONTENT_TOO_LARGE, "import.file-too-large", String.valueOf(limit));
            case AppendChunk.Outcome.Damaged() -> at(0, problem(UNPROCESSABLE_CONTENT, "import.digest-mismatch", name));
        };
    }

    private static ResponseEntity<?> answer(HttpStatus status, long length, boolean complete) {
        return ResponseEntity.status(status)
                .header(OFFSET, String.valueOf(length))
                .header(COMPLETE, complete ? YES : "?0")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static ResponseEntity<?> at(long offset, ResponseEntity<?> refusal) {
        return ResponseEntity.status(refusal.getStatusCode())
                .headers(refusal.getHeaders())
                .header(OFFSET, String.valueOf(offset))
                .body(refusal.getBody());
    }
}
