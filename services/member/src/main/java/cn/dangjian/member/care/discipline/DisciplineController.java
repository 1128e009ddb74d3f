package cn.dangjian.member.care.discipline;

import cn.dangjian.member.care.discipline.DisciplineEntry.Opened;
import cn.dangjian.member.care.discipline.KeepEntries.EndRequest;
import cn.dangjian.member.care.discipline.KeepEntries.EntryRequest;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.platform.web.version.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The list of discipline cases; 404 for everybody who may not read it. */
@Tag(name = "discipline 违纪违法排查")
@RestController
class DisciplineController {

    private final KeepEntries keepEntries;
    private final ReadEntries readEntries;

    DisciplineController(KeepEntries keepEntries, ReadEntries readEntries) {
        this.keepEntries = keepEntries;
        this.readEntries = readEntries;
    }

    record PurposeRequest(
            @NotBlank @Size(max = 180) @Stripped String purpose) {}

    /** Without the text: that is read for a purpose. */
    record EntryResponse(DisciplineEntry entry) implements Versioned {

        @Override
        public long version() {
            return entry.version();
        }
    }

    record EntriesResponse(List<Opened> entries) {}

    @Operation(
            summary = "Write down what there is about a member (登记)",
            description = "For the posts that keep the list.")
    @Idempotent
    @PostMapping("/v1/members/{id}/discipline-entries")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<EntryResponse> enter(@PathVariable long id, @Valid @RequestBody EntryRequest request, Desk desk) {
        return Reply.created(new EntryResponse(keepEntries.enter(id, request, desk)));
    }

    @Operation(summary = "Say that it does not hold any more (销号)")
    @Idempotent
    @PostMapping("/v1/discipline-entries/{id}/end")
    ResponseEntity<EntryResponse> end(
            @PathVariable long id, Seen seen, @Valid @RequestBody EndRequest request, Desk desk) {
        return Reply.ok(new EntryResponse(keepEntries.end(id, request, seen, desk)));
    }

    @Operation(summary = "Read the entries that hold, for a purpose; that is written down (查阅)")
    @PostMapping("/v1/discipline-readings")
    Page<Opened> read(@Valid @RequestBody PurposeRequest request, Slice slice, Desk desk) {
        return slice.newest(readEntries.read(request.purpose(), slice, desk), opened -> opened.entry()
                .id());
    }

    @Operation(summary = "Read all entries about a member, for a purpose; that is written down (查阅)")
    @PostMapping("/v1/members/{id}/discipline-readings")
    EntriesResponse readOf(@PathVariable long id, @Valid @RequestBody PurposeRequest request, Desk desk) {
        return new EntriesResponse(readEntries.readOf(id, request.purpose(), desk));
    }
}
