package cn.dangjian.organization.register.chain;

import cn.dangjian.organization.register.chain.ChainQueries.ChainView;
import cn.dangjian.organization.register.chain.ChangeChain.LeadRequest;
import cn.dangjian.organization.register.chain.ChangeChain.NameRequest;
import cn.dangjian.organization.register.chain.LinkUnit.LinkRequest;
import cn.dangjian.organization.register.chain.OpenChain.OpenRequest;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: keeping chains: opening, naming and closing them, who is on them and which Party unit leads them. */
@Tag(name = "chains 产业链")
@RestController
class ChainChangeController {

    private final OpenChain openChain;
    private final ChangeChain changeChain;
    private final LinkUnit linkUnit;
    private final ChainQueries queries;

    ChainChangeController(OpenChain openChain, ChangeChain changeChain, LinkUnit linkUnit, ChainQueries queries) {
        this.openChain = openChain;
        this.changeChain = changeChain;
        this.linkUnit = linkUnit;
        this.queries = queries;
    }

    record EndRequest(@NotNull LocalDate on) {}

    @Operation(summary = "Open a chain of a county or township (建链)")
    @Idempotent
    @PostMapping("/v1/chains")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ChainView> open(@Valid @RequestBody OpenRequest request, Desk desk) {
        long id = openChain.open(request, desk);
        return Reply.created("/v1/chains/" + id, view(id, desk));
    }

    @Operation(summary = "From a day on a chain has this name and this leader (链主)")
    @Idempotent
    @PostMapping("/v1/chains/{id}/name")
    ResponseEntity<ChainView> name(
            @PathVariable long id, Seen seen, @Valid @RequestBody NameRequest request, Desk desk) {
        changeChain.name(id, request, seen, desk);
        return Reply.ok(view(id, desk));
    }

    @Operation(summary = "From a day on a functional Party unit leads Party work on a chain (产业链党组织), or none does")
    @Idempotent
    @PostMapping("/v1/chains/{id}/party-unit")
    ResponseEntity<ChainView> lead(
            @PathVariable long id, Seen seen, @Valid @RequestBody LeadRequest request, Desk desk) {
        changeChain.lead(id, request, seen, desk);
        return Reply.ok(view(id, desk));
    }

    @Operation(summary = "Close a chain with all that belongs to it (撤链)")
    @Idempotent
    @PostMapping("/v1/chains/{id}/closure")
    ResponseEntity<ChainView> close(
            @PathVariable long id, Seen seen, @Valid @RequestBody EndRequest request, Desk desk) {
        changeChain.close(id, request.on(), seen, desk);
        return Reply.ok(view(id, desk));
    }

    @Operation(summary = "Put a unit of the register on a chain (入链)")
    @Idempotent
    @PostMapping("/v1/chains/{id}/links")
    ResponseEntity<ChainView> link(
            @PathVariable long id, Seen seen, @Valid @RequestBody LinkRequest request, Desk desk) {
        linkUnit.link(id, request, seen, desk);
        return Reply.ok(view(id, desk));
    }

    @Operation(summary = "A unit of the register is on the chain no more (离链)")
    @Idempotent
    @PostMapping("/v1/chains/{id}/links/{unit}/end")
    ResponseEntity<ChainView> unlink(
            @PathVariable long id,
            @PathVariable long unit,
            Seen seen,
            @Valid @RequestBody EndRequest request,
            Desk desk) {
        linkUnit.unlink(id, unit, request.on(), seen, desk);
        return Reply.ok(view(id, desk));
    }

    private ChainView view(long id, Desk desk) {
        return queries.find(id, desk.today(), desk.scope()).orElseThrow();
    }
}
