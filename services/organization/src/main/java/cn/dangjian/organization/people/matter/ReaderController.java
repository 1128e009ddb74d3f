package cn.dangjian.organization.people.matter;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.directory.OwnUnit;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

    record ReaderRequest(
            @NotNull @Pattern(regexp = "[a-z][a-z-]{0,31}") String duty,
            @NotNull LocalDate since,
            @NotBlank @Size(max = 100) String document) {}

    @Operation(summary = "The duties that the caller's county has named")
    @GetMapping("/v1/personal-matter-readers")
    List<ReaderRepository.Reader> readers(@OwnUnit Scope own) {
        return readers.list(own);
    }

    @Operation(summary = "Name a duty that may read, by a document")
    @Idempotent
    @PostMapping("/v1/personal-matter-readers")
    ResponseEntity<?> name(@Valid @RequestBody ReaderRequest request, Caller caller) {
        var plan = new NameReader.Plan(
                request.duty(), request.since(), request.document().strip());
        return answer(CREATED, nameReader.name(plan, caller));
    }

    @Operation(summary = "End that a duty may read, from today on")
    @Idempotent
    @PostMapping("/v1/personal-matter-readers/{id}/end")
    ResponseEntity<?> end(@PathVariable long id, Caller caller) {
        return answer(OK, nameReader.end(id, caller));
    }

    private static ResponseEntity<?> answer(HttpStatus status, NameReader.Outcome outcome) {
        return switch (outcome) {
            case NameReader.Outcome.Named(var reader) ->
                ResponseEntity.status(status).body(reader);
            case NameReader.Outcome.NotCounty() -> problem(FORBIDDEN, "matter.not-county");
            case NameReader.Outcome.OwnDuty() -> problem(FORBIDDEN, "matter.own-duty");
            case NameReader.Outcome.Past(var today) -> problem(UNPROCESSABLE_CONTENT, "matter.past", today.toString());
            case NameReader.Outcome.NoSuchReader() -> problem(NOT_FOUND, "matter.reader-unknown");
        };
    }
}
