package cn.dangjian.organization.register.chain;

import static cn.dangjian.organization.register.chain.ChainRefusal.ASKED_UNKNOWN;
import static cn.dangjian.organization.register.chain.ChainRefusal.UNKNOWN;

import cn.dangjian.organization.register.chain.ChainQueries.ChainView;
import cn.dangjian.organization.register.chain.ChainQueries.LinkView;
import cn.dangjian.organization.register.chain.ChainQueries.Listed;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: reading chains; of a line those that one of its Party units leads, but not who is on them. */
@Tag(name = "chains 产业链")
@RestController
class ChainController {

    private final ChainQueries queries;

    ChainController(ChainQueries queries) {
        this.queries = queries;
    }

    @Operation(summary = "A chain, open or closed")
    @GetMapping("/v1/chains/{id}")
    ResponseEntity<ChainView> chain(@PathVariable long id, @Subtree(lines = true) Desk desk) {
        return Reply.ok(queries.find(id, desk.today(), desk.scope()).orElseThrow(UNKNOWN));
    }

    @Operation(summary = "The units of the register that are, or were, on a chain (链上单位)")
    @GetMapping("/v1/chains/{id}/links")
    Page<LinkView> links(@PathVariable long id, Slice slice, Desk desk) {
        var chain = queries.find(id, desk.today(), desk.scope()).orElseThrow(UNKNOWN);
        return slice.page(queries.listLinks(chain, slice, desk.scope()), link -> Cursor.of(link.id()));
    }

    @Operation(summary = "The open chains of a unit and below, in the order of the tree")
    @GetMapping("/v1/chains")
    Page<ChainView> chains(
            @RequestParam(required = false) @Nullable UnitId unit, Slice slice, @Subtree(lines = true) Desk desk) {
        var wanted = desk.below(unit).orElseThrow(ASKED_UNKNOWN);
        var rows = queries.list(desk.today(), slice, wanted);
        return slice.inTree(rows, Listed::path, listed -> listed.chain().id()).map(Listed::chain);
    }
}
