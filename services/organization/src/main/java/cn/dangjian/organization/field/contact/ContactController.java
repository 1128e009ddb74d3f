package cn.dangjian.organization.field.contact;

import static cn.dangjian.organization.field.contact.ContactRefusal.UNIT_UNKNOWN;

import cn.dangjian.organization.field.contact.ContactLinkRepository.Filter;
import cn.dangjian.organization.field.contact.ContactLinkRepository.Link;
import cn.dangjian.organization.field.contact.LinkLeader.LeaderRequest;
import cn.dangjian.organization.field.contact.LinkLeader.LinkRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: officials and their contact points. */
@Tag(name = "contact points 联系点")
@RestController
class ContactController {

    private final LinkLeader linkLeader;
    private final ContactLeaderRepository leaders;
    private final ContactLinkRepository links;

    ContactController(LinkLeader linkLeader, ContactLeaderRepository leaders, ContactLinkRepository links) {
        this.linkLeader = linkLeader;
        this.leaders = leaders;
        this.links = links;
    }

    record EndRequest(@NotNull LocalDate day) {}

    record IdResponse(long id) {}

    record LeaderResponse(long id, UnitId unit, String name, String duty) {}

    @Operation(summary = "Name an official of the caller's unit who has contact points")
    @Idempotent
    @PostMapping("/v1/contact-leaders")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<IdResponse> name(@Valid @RequestBody LeaderRequest request, Desk desk) {
        return Reply.created(new IdResponse(linkLeader.name(request, desk)));
    }

    @Operation(summary = "The officials of the subtree, in the order of the tree")
    @GetMapping("/v1/contact-leaders")
    Page<LeaderResponse> leaders(Slice slice, @Subtree(lines = true) Scope scope) {
        return slice.inTree(leaders.list(slice, scope), Leader::path, Leader::id)
                .map(leader -> new LeaderResponse(leader.id(), leader.unitId(), leader.name(), leader.duty()));
    }

    @Operation(summary = "Make a unit below an official's contact point (联点、包片、驻村)")
    @Idempotent
    @PostMapping("/v1/contact-links")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<IdResponse> link(@Valid @RequestBody LinkRequest request, Desk desk) {
        return Reply.created(new IdResponse(linkLeader.link(request, desk)));
    }

    @Operation(summary = "End a contact link; the day is the last one")
    @Idempotent
    @PostMapping("/v1/contact-links/{id}/end")
    ResponseEntity<IdResponse> end(
            @PathVariable long id, Seen seen, @Valid @RequestBody EndRequest request, Desk desk) {
        linkLeader.end(id, request.day(), seen, desk);
        return Reply.ok(new IdResponse(id));
    }

    @Operation(summary = "Contact points in the subtree, in the order of the tree")
    @GetMapping("/v1/contact-links")
    Page<Link> links(
            Filter filter,
            @RequestParam(required = false) @Nullable UnitId unit,
            Slice slice,
            @Subtree(lines = true) Desk desk) {
        var under = desk.below(unit).orElseThrow(UNIT_UNKNOWN);
        return slice.inTree(links.list(filter, slice, under), Link::path, Link::id);
    }
}
