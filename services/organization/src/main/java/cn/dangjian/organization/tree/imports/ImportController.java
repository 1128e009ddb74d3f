package cn.dangjian.organization.tree.imports;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.caller.Administrator;
import cn.dangjian.platform.web.idempotency.Idempotent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Opening an import, having it applied, watching it. */
@Tag(name = "imports 导入")
@RestController
class ImportController {

    private final OpenImport openImport;
    private final QueueImport queueImport;
    private final ImportTable imports;
    private final FileTable files;
    private final Applications applications;

    ImportController(
            OpenImport openImport,
            QueueImport queueImport,
            ImportTable imports,
            FileTable files,
            Applications applications) {
        this.openImport = openImport;
        this.queueImport = queueImport;
        this.imports = imports;
        this.files = files;
        this.applications = applications;
    }

    /**
     * @param provinceCode two digits
     * @param provinceName only for a province that GB/T 2260 does not name, or names otherwise
     * @param foundedOn since when the units exist, if nothing of the province is in the tree yet; not named: from the day on
     *     which the import is applied
     */
    record OpenRequest(
            @NotNull @Pattern(regexp = "[0-9]{2}") String provinceCode,

            @Nullable @Size(max = 100) @Pattern(regexp = "(?s).*\\S.*")
            String provinceName,

            @Nullable LocalDate foundedOn) {}

    record ImportResponse(
            long id,
            String provinceCode,
            String provinceName,
            @Nullable LocalDate foundedOn,
            Import.State state,
            OffsetDateTime openedAt,
            @Nullable OffsetDateTime queuedAt,
            @Nullable OffsetDateTime finishedAt,
            @Nullable Double seconds,
            List<FileResponse> files) {}

    record FileResponse(
            String name,
            long length,
            boolean complete,
            boolean applied,
            @Nullable Integer read,
            int established,
            int changed,
            int unchanged,
            int rejected) {

        static FileResponse of(ImportFile file) {
            return new FileResponse(
                    file.file().fileName(),
                    file.length(),
                    file.complete(),
                    file.applied(),
                    file.rowsRead(),
                    file.established(),
                    file.changed(),
                    file.unchanged(),
                    file.rejected());
        }
    }

    @Operation(summary = "Open an import for the files of a province")
    @Idempotent
    @PostMapping("/v1/imports")
    ResponseEntity<?> open(@Valid @RequestBody OpenRequest request, Administrator administrator) {
        return switch (openImport.open(
                request.provinceCode(), request.provinceName(), request.foundedOn(), administrator)) {
            case OpenImport.Outcome.Opened(var imported) ->
                ResponseEntity.created(URI.create("/v1/imports/" + imported.id()))
                        .body(response(imported));
            case OpenImport.Outcome.NoSuchProvince() ->
                problem(UNPROCESSABLE_CONTENT, "import.province-unknown", request.provinceCode());
            case OpenImport.Outcome.NoName() ->
                problem(UNPROCESSABLE_CONTENT, "import.province-name-missing", request.provinceCode());
            case OpenImport.Outcome.FoundedUnfit() ->
                problem(UNPROCESSABLE_CONTENT, "import.founded-unfit", request.provinceCode());
        };
    }

    @Operation(summary = "Make units of what was uploaded; the work goes on in the background")
    @PostMapping("/v1/imports/{id}/application")
    ResponseEntity<?> apply(@PathVariable long id, Administrator administrator) {
        return switch (queueImport.queue(id)) {
            case QueueImport.Outcome.Queued(var imported) -> {
                applications.wake();
                yield ResponseEntity.accepted()
                        .location(URI.create("/v1/imports/" + id))
                        .body(response(imported));
            }
            case QueueImport.Outcome.NoSuchImport() -> problem(NOT_FOUND, "import.unknown");
            case QueueImport.Outcome.Empty() -> problem(CONFLICT, "import.empty");
        };
    }

    @Operation(summary = "How far an import has come, and what became of the rows")
    @GetMapping("/v1/imports/{id}")
    ResponseEntity<?> show(@PathVariable long id, Administrator administrator) {
        var found = imports.find(id);
        if (found.isEmpty()) return problem(NOT_FOUND, "import.unknown");
        return ResponseEntity.ok(response(found.get()));
    }

    private ImportResponse response(Import imported) {
        return new ImportResponse(
                imported.id(),
                imported.provinceCode(),
                imported.provinceName(),
                imported.foundedOn(),
                imported.state(),
                imported.openedAt().atOffset(ZoneOffset.UTC),
                utc(imported.queuedAt()),
                utc(imported.finishedAt()),
                seconds(imported.queuedAt(), imported.finishedAt()),
                files.list(imported.id()).stream().map(FileResponse::of).toList());
    }

    private static @Nullable OffsetDateTime utc(@Nullable LocalDateTime at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Double seconds(@Nullable LocalDateTime from, @Nullable LocalDateTime to) {
        return from == null || to == null ? null : Duration.between(from, to).toMillis() / 1000.0;
    }
}
