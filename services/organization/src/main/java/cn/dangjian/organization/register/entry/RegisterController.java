package cn.dangjian.organization.register.entry;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.register.code.CodeTables;
import cn.dangjian.organization.register.coverage.CoverageState;
import cn.dangjian.organization.register.entry.RegisterViews.Listed;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading the register: a unit, or those of a place and below. */
@Tag(name = "register 单位台账")
@RestController
class RegisterController {

    private final RegisterViews views;
    private final Directory directory;
    private final CodeTables codes;

    RegisterController(RegisterViews views, Directory directory, CodeTables codes) {
        this.views = views;
        this.directory = directory;
        this.codes = codes;
    }

    @Operation(summary = "A register unit, as it is or as it was on a day")
    @GetMapping("/v1/register-units/{id}")
    ResponseEntity<?> unit(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @Subtree(lines = true) Scope scope) {
        var found = views.find(id, asOf, scope);
        if (found.isEmpty()) return problem(NOT_FOUND, "register.unknown");
        return ResponseEntity.ok().eTag(ETags.of(found.get().version())).body(found.get());
    }

    @Operation(
            summary = "The open register units of a place and below, or those that a line looks after, in the order of"
                    + " the tree")
    @GetMapping("/v1/register-units")
    ResponseEntity<?> units(
            @RequestParam(required = false) @Nullable UnitId place,
            @RequestParam(required = false) @Nullable @Size(max = 32) String type,
            @RequestParam(required = false) @Nullable CoverageState state,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope) {
        if (type != null && !codes.knows("unit-type", type)) {
            return problem(UNPROCESSABLE_CONTENT, "register.type-unknown", type);
        }
        var wanted = scope;
        if (place != null) {
            var found = directory.find(place, scope);
            if (found.isEmpty()) return problem(NOT_FOUND, "register.place-unknown");
            wanted = scope.below(found.get());
        }
        var last = Cursor.parse(cursor, 2);
        var question = new RegisterViews.Question(
                type, state, asOf, last == null ? "" : last.string(0), last == null ? 0 : last.number(1), limit + 1);
        var page = Page.of(
                views.list(question, wanted),
                limit,
                listed -> Cursor.of(listed.path(), listed.unit().id()));
        return ResponseEntity.ok(page.map(Listed::unit));
    }
}
