package cn.dangjian.organization.people.cadre;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.people.cadre.AdjustmentRepository.Adjustment;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Secretaries who were replaced, and the tags that say why. */
@Tag(name = "adjustments 书记调整")
@RestController
class AdjustmentController {

    private final AdjustSecretary adjustSecretary;
    private final AddTag addTag;
    private final AdjustmentRepository adjustments;
    private final Tags tags;
    private final Directory directory;

    AdjustmentController(
            AdjustSecretary adjustSecretary,
            AddTag addTag,
            AdjustmentRepository adjustments,
            Tags tags,
            Directory directory) {
        this.adjustSecretary = adjustSecretary;
        this.addTag = addTag;
        this.adjustments = adjustments;
        this.tags = tags;
        this.directory = directory;
    }

    record AdjustmentRequest(
            @NotBlank @Size(max = 100) String name,
            @NotNull LocalDate adjustedOn,
            @Nullable @Size(max = 100) String successor,
            @NotBlank @Size(max = 100) String document,
            @NotNull @Size(min = 1, max = 10) Set<@NotBlank @Size(max = 32) String> tags) {

        Adjustment of(UnitId village) {
            return new Adjustment(0, village, name.strip(), adjustedOn, successor, document.strip(), List.copyOf(tags));
        }
    }

    record TagRequest(
            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{0,31}") String list,
            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{0,31}") String tag,
            @NotBlank @Size(max = 50) String term,
            @NotBlank @Size(max = 100) String document) {}

    @Operation(summary = "Write down that a secretary was replaced (调整撤换)")
    @Idempotent
    @PostMapping("/v1/units/{id}/secretary-adjustments")
    ResponseEntity<?> adjust(@PathVariable UnitId id, @Valid @RequestBody AdjustmentRequest request, Caller caller) {
        return switch (adjustSecretary.adjust(request.of(id), caller)) {
            case AdjustSecretary.Outcome.Done(var made) ->
                ResponseEntity.status(CREATED).body(Map.of("id", made));
            case AdjustSecretary.Outcome.NoSuchVillage() -> problem(NOT_FOUND, "cadre.unknown");
            case AdjustSecretary.Outcome.NotYours() -> problem(FORBIDDEN, "cadre.not-yours");
            case AdjustSecretary.Outcome.Future() -> problem(UNPROCESSABLE_CONTENT, "cadre.future");
            case AdjustSecretary.Outcome.NoSuchTag() -> problem(UNPROCESSABLE_CONTENT, "cadre.no-such-tag");
        };
    }

    @Operation(summary = "Secretaries who were replaced, the newest first")
    @GetMapping("/v1/secretary-adjustments")
    Page<Adjustment> adjustments(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree Scope scope) {
        var last = Cursor.parse(cursor, 1);
        long before = last == null ? Long.MAX_VALUE : last.number(0);
        return Page.of(adjustments.list(before, limit + 1, scope), limit, (Adjustment row) -> Cursor.of(row.id()));
    }

    @Operation(summary = "The tags of a list that hold for the caller's unit")
    @GetMapping("/v1/cadre-tags")
    ResponseEntity<?> tags(@RequestParam String list, Caller caller) {
        if (!AddTag.LISTS.contains(list)) return problem(NOT_FOUND, "cadre.no-such-list");
        return ResponseEntity.ok(tags.of(list, directory.unitOf(caller)));
    }

    @Operation(summary = "Add a tag for the caller's subtree")
    @Idempotent
    @PostMapping("/v1/cadre-tags")
    ResponseEntity<?> add(@Valid @RequestBody TagRequest request, Caller caller) {
        var tag = new TagRepository.Tag(request.tag(), request.term().strip());
        return switch (addTag.add(request.list(), tag, request.document().strip(), caller)) {
            case AddTag.Outcome.Done() -> ResponseEntity.noContent().build();
            case AddTag.Outcome.NoSuchList() -> problem(NOT_FOUND, "cadre.no-such-list");
            case AddTag.Outcome.NotYours() -> problem(FORBIDDEN, "cadre.not-yours");
            case AddTag.Outcome.Taken() -> problem(CONFLICT, "cadre.tag-taken");
        };
    }
}
