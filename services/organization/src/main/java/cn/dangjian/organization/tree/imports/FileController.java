package cn.dangjian.organization.tree.imports;

import static cn.dangjian.organization.tree.imports.ImportRefusal.UNKNOWN;

import cn.dangjian.platform.files.upload.PieceDoor;
import cn.dangjian.platform.web.caller.Administrator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
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

    private static final PieceDoor DOOR = new PieceDoor(
            "import.offset-missing",
            "import.digest-malformed",
            "import.offset-mismatch",
            "import.file-complete",
            "import.file-too-large",
            "import.digest-mismatch");

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
        var file = DivisionFile.named(name).orElseThrow(UNKNOWN);
        UNKNOWN.when(imports.find(id).isEmpty());
        var state = files.get(id, file);
        return PieceDoor.where(state.length(), state.complete());
    }

    @Operation(summary = "Append a piece to a file, exactly where it ends")
    @PatchMapping(path = "/v1/imports/{id}/files/{name}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<?> append(
            @PathVariable long id,
            @PathVariable String name,
            @RequestHeader(name = PieceDoor.OFFSET, required = false) @Nullable String offset,
            @RequestHeader(name = PieceDoor.COMPLETE, required = false) @Nullable String complete,
            @RequestHeader(name = PieceDoor.DIGEST, required = false) @Nullable String digest,
            @RequestBody(required = false) byte @Nullable [] bytes,
            Administrator administrator) {
        var file = DivisionFile.named(name).orElseThrow(UNKNOWN);
        var piece = DOOR.piece(offset, complete, digest, bytes);
        return DOOR.answer(appendChunk.append(id, file, piece), piece, name);
    }
}
