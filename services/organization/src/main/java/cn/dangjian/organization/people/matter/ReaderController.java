package cn.dangjian.organization.people.matter;

import cn.dangjian.organization.people.matter.NameReader.ReaderRequest;
import cn.dangjian.organization.people.matter.ReaderRepository.Reader;
import cn.dangjian.platform.directory.OwnUnit;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Naming the duty of a county that may read. */
@Tag(name = "personal matters 个人有关事项")
@RestController
class ReaderController {

    private final NameReader nameReader;
    private final ReaderRepository readers;

    ReaderController(NameReader nameReader, ReaderRepository readers) {
        this.nameReader = nameReader;
        this.readers = readers;
    }

    @Operation(summary = "The duties that the caller's county has named")
    @GetMapping("/v1/personal-matter-readers")
    List<Reader> readers(@OwnUnit Scope own) {
        return readers.list(own);
    }

    @Operation(summary = "Name a duty that may read, by a document")
    @Idempotent
    @PostMapping("/v1/personal-matter-readers")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Reader> name(@Valid @RequestBody ReaderRequest request, @OwnUnit Desk desk) {
        return Reply.created(nameReader.name(request, desk));
    }

    @Operation(summary = "End that a duty may read, from today on")
    @Idempotent
    @PostMapping("/v1/personal-matter-readers/{id}/end")
    ResponseEntity<Reader> end(@PathVariable long id, @OwnUnit Desk desk) {
        return Reply.ok(nameReader.end(id, desk));
    }
}
