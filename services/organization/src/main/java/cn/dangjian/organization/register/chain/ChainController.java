package cn.dangjian.organization.register.chain;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.organization.register.chain.ChainQueries.LinkView;
import cn.dangjian.organization.register.chain.ChainQueries.Listed;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
    private final Directory directory;
    private final Days days;

    ChainController(ChainQueries queries, Directory directory, Days days) {
        this.queries = queries;
        this.directory = directory;
        this.days = days;
    }

    @Operation(summary = "A chain, open or closed")
    @GetMapping("/v1/chains/{id}")
    ResponseEntity<?> chain(@PathVariable long id, @Subtree(lines = true) Scope scope) {
        var found = queries.find(id, days.today(), scope);
        if (found.isEmpty()) return problem(NOT_FOUND, "chain.unknown");
        return ResponseEntity.ok().eTag(ETags.of(found.get().version())).body(found.get());
    }

    @Operation(summary = "The units of the register that are, or were, on a chain (链上单位)")
    @GetMapping("/v1/chains/{id}/links")
    ResponseEntity<?> links(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree Scope scope) {
        var found = queries.find(id, days.today(), scope);
        if (found.isEmpty()) return problem(NOT_FOUND, "chain.unknown");
        var last = Cursor.parse(cursor, 1);
        var rows = queries.listLinks(found.get(), last == null ? 0 : last.number(0), limit + 1, scope);
        return ResponseEntity.ok(Page.of(rows, limit, (LinkView link) -> Cursor.of(link.id())));
    }

    @Operation(summary = "The open chains of a unit and below, in the order of the tree")
    @GetMapping("/v1/chains")
    ResponseEntity<?> chains(
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope) {
        var wanted = scope;
        if (unit != null) {
            var found = directory.find(unit, scope);
            if (found.isEmpty()) return problem(NOT_FOUND, "unit.unknown");
            wanted = scope.below(found.get());
        }
        var last = Cursor.parse(cursor, 2);
        String path = last == null ? "" : last.string(0);
        long id = last == null ? 0 : last.number(1);
        var page = Page.of(
                queries.list(wanted, days.today(), path, id, limit + 1),
                limit,
                listed -> Cursor.of(listed.path(), listed.chain().id()));
        return ResponseEntity.ok(page.map(Listed::chain));
    }
}
