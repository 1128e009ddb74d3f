package cn.dangjian.assessment.scheme.frame;

import static cn.dangjian.assessment.scheme.frame.SchemeRefusal.NOT_OWNER;
import static cn.dangjian.assessment.scheme.frame.SchemeRefusal.UNKNOWN;

import cn.dangjian.assessment.scheme.content.Content;
import cn.dangjian.assessment.scheme.frame.PublishScheme.PublicationRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.platform.web.version.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What units are scored by. */
@Tag(name = "schemes 考核方案")
@RestController
class SchemeController {

    private final DraftScheme draftScheme;
    private final PublishScheme publishScheme;
    private final SchemeTable schemes;
    private final ContentTable contents;

    SchemeController(DraftScheme draftScheme, PublishScheme publishScheme, SchemeTable schemes, ContentTable contents) {
        this.draftScheme = draftScheme;
        this.publishScheme = publishScheme;
        this.schemes = schemes;
        this.contents = contents;
    }

    /**
     * @param from from which day on it counts; null while it is a draft
     * @param to the day from which another version counts; null while this one does
     */
    record SchemeView(
            long id,
            long unit,
            String unitName,
            Scheme.State state,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String document,
            Content content,
            long version)
            implements Versioned {}

    record SchemeLine(
            long id,
            long unit,
            String unitName,
            String title,
            Scheme.State state,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * @param code as the problem that a publication would be refused with
     * @param about what it is about: an indicator, a sum, an article
     */
    record FindingView(String code, List<String> about) {}

    record FindingsView(long id, List<FindingView> findings) {}

    @Operation(
            summary = "Draft a scheme, of one's own or out of one from above (拟定考核方案)",
            description =
                    "Without modules it has the five basics (五个基本). Weights add up to 100.00; additions stand beside"
                            + " them.")
    @Idempotent
    @PostMapping("/v1/schemes")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SchemeView> draft(@Valid @RequestBody Content content, Desk desk) {
        return Reply.created(view(draftScheme.draft(content, desk)));
    }

    @Operation(summary = "Change a draft: it says this instead of what it said")
    @Idempotent
    @PutMapping("/v1/schemes/{id}")
    ResponseEntity<SchemeView> change(
            @PathVariable long id, Seen seen, @Valid @RequestBody Content content, Desk desk) {
        return Reply.ok(view(draftScheme.change(id, content, seen, desk)));
    }

    @Operation(summary = "What a draft could not be published with (校核)")
    @GetMapping("/v1/schemes/{id}/findings")
    FindingsView findings(@PathVariable long id, Desk desk) {
        var scheme = schemes.find(id, desk.scope()).orElseThrow(UNKNOWN);
        NOT_OWNER.unless(desk.isOf(new UnitId(scheme.unitId())));
        return new FindingsView(
                id,
                publishScheme.findings(scheme, desk).stream()
                        .map(found -> new FindingView(found.refusal().reason().code(), found.about()))
                        .toList());
    }

    @Operation(summary = "Publish a scheme from a day on (发布考核方案)")
    @Idempotent
    @PostMapping("/v1/schemes/{id}/publication")
    ResponseEntity<SchemeView> publish(
            @PathVariable long id, Seen seen, @Valid @RequestBody PublicationRequest request, Desk desk) {
        return Reply.ok(view(publishScheme.publish(id, request, seen, desk)));
    }

    @Operation(summary = "A scheme with all that it says")
    @GetMapping("/v1/schemes/{id}")
    ResponseEntity<SchemeView> scheme(@PathVariable long id, @Subtree Scope scope) {
        return Reply.ok(view(schemes.find(id, scope).orElseThrow(UNKNOWN)));
    }

    @Operation(summary = "Schemes of units at and below the caller's, and published ones from above, the newest first")
    @GetMapping("/v1/schemes")
    Page<SchemeLine> schemes(@RequestParam @Min(1000) @Max(2999) int year, Slice slice, @Subtree Scope scope) {
        return slice.newest(
                schemes.list(year, slice, scope).stream()
                        .map(scheme -> new SchemeLine(
                                scheme.id(),
                                scheme.unitId(),
                                scheme.unitName(),
                                scheme.title(),
                                scheme.state(),
                                scheme.fromOn(),
                                scheme.toOn()))
                        .toList(),
                SchemeLine::id);
    }

    private SchemeView view(Scheme scheme) {
        return new SchemeView(
                scheme.id(),
                scheme.unitId(),
                scheme.unitName(),
                scheme.state(),
                scheme.fromOn(),
                scheme.toOn(),
                scheme.document(),
                contents.get(scheme),
                scheme.version());
    }
}
