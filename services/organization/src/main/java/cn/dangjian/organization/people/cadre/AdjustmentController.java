package cn.dangjian.organization.people.cadre;

import cn.dangjian.organization.people.cadre.AddTag.TagRequest;
import cn.dangjian.organization.people.cadre.AdjustSecretary.AdjustmentRequest;
import cn.dangjian.organization.people.cadre.AdjustmentRepository.Adjustment;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Secretaries who were replaced, and the tags that say why. */
@Tag(name = "adjustments 书记调整")
@RestController
class AdjustmentController {

    private final AdjustSecretary adjustSecretary;
    private final AddTag addTag;
    private final AdjustmentRepository adjustments;
    private final Tags tags;

    AdjustmentController(AdjustSecretary adjustSecretary, AddTag addTag, AdjustmentRepository adjustments, Tags tags) {
        this.adjustSecretary = adjustSecretary;
        this.addTag = addTag;
        this.adjustments = adjustments;
        this.tags = tags;
    }

    record AdjustmentResponse(long id) {}

    @Operation(summary = "Write down that a secretary was replaced (调整撤换)")
    @Idempotent
    @PostMapping("/v1/units/{id}/secretary-adjustments")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AdjustmentResponse> adjust(
            @PathVariable UnitId id, @Valid @RequestBody AdjustmentRequest request, Desk desk) {
        return Reply.created(new AdjustmentResponse(adjustSecretary.adjust(id, request, desk)));
    }

    @Operation(summary = "Secretaries who were replaced, the newest first")
    @GetMapping("/v1/secretary-adjustments")
    Page<Adjustment> adjustments(Slice slice, @Subtree Scope scope) {
        return slice.newest(adjustments.list(slice, scope), Adjustment::id);
    }

    @Operation(summary = "The tags of a list that hold for the caller's unit")
    @GetMapping("/v1/cadre-tags")
    List<TagRepository.Tag> tags(@RequestParam String list, Desk desk) {
        Tags.requireList(list);
        return tags.of(list, desk.unit());
    }

    @Operation(summary = "Add a tag for the caller's subtree")
    @Idempotent
    @PostMapping("/v1/cadre-tags")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> add(@Valid @RequestBody TagRequest request, Desk desk) {
        addTag.add(request, desk);
        return ResponseEntity.noContent().build();
    }
}
