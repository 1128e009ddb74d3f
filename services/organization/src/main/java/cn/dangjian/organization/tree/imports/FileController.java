package cn.dangjian.organization.tree.imports;

import static cn.dangjian.organization.tree.imports.ImportRefusal.COMPLETE;
import static cn.dangjian.organization.tree.imports.ImportRefusal.DAMAGED;
import static cn.dangjian.organization.tree.imports.ImportRefusal.DIGEST_MALFORMED;
import static cn.dangjian.organization.tree.imports.ImportRefusal.OFFSET_MISSING;
import static cn.dangjian.organization.tree.imports.ImportRefusal.OTHER_OFFSET;
import static cn.dangjian.organization.tree.imports.ImportRefusal.TOO_LARGE;
import static cn.dangjian.organization.tree.imports.ImportRefusal.UNKNOWN;

import cn.dangjian.platform.files.upload.PieceDoor;
import cn.dangjian.platform.web.caller.Administrator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Uploading a file in pieces: ask where it ends, send what comes next. */
@Tag(name = "imports 导入")
@RestController
class FileController {

    private final AppendChunk appendChunk;
    private final ImportTable imports;
    private final FileTable files;

    FileController(AppendChunk appendChunk, ImportTable imports, FileTable files) {
        this.appendChunk = appendChunk;
        this.imports = imports;
        this.files = files;
    }

    @Operation(summary = "How much of a file has arrived")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequestMapping(method = RequestMethod.HEAD, path = "/v1/imports/{id}/files/{name}")
    ResponseEntity<Void> offset(@PathVariable long id, @PathVariable String name, Administrator administrator) {
        var file = DivisionFile.named(name).orElseThrow(UNKNOWN);
        UNKNOWN.when(imports.find(id).isEmpty());
        var state = files.get(id, file);
        return PieceDoor.where(state.length(), state.complete());
    }

    @Operation(summary = "Append a piece to a file, exactly where it ends")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PatchMapping(path = "/v1/imports/{id}/files/{name}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<Void> append(
            @PathVariable long id,
            @PathVariable String name,
            @RequestHeader(name = PieceDoor.OFFSET, required = false) @Nullable String offset,
            @RequestHeader(name = PieceDoor.COMPLETE, required = false) @Nullable String complete,
            @RequestHeader(name = PieceDoor.DIGEST, required = false) @Nullable String digest,
            @RequestBody(required = false) byte @Nullable [] bytes,
            Administrator administrator,
            HttpServletResponse response) {
        var file = DivisionFile.named(name).orElseThrow(UNKNOWN);
        var door = door();
        var piece = door.piece(offset, complete, digest, bytes);
        return door.answer(appendChunk.append(id, file, piece), piece, name, response);
    }

    private static PieceDoor door() {
        return new PieceDoor(OFFSET_MISSING, DIGEST_MALFORMED, OTHER_OFFSET, COMPLETE, TOO_LARGE, DAMAGED);
    }
}
