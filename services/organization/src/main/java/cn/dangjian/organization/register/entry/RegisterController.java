package cn.dangjian.organization.register.entry;

import static cn.dangjian.organization.register.entry.RegisterRefusal.PLACE_UNKNOWN;
import static cn.dangjian.organization.register.entry.RegisterRefusal.TYPE_UNKNOWN;
import static cn.dangjian.organization.register.entry.RegisterRefusal.UNKNOWN;

import cn.dangjian.organization.register.code.CodeTables;
import cn.dangjian.organization.register.coverage.CoverageState;
import cn.dangjian.organization.register.entry.RegisterViews.Listed;
import cn.dangjian.organization.register.entry.RegisterViews.UnitView;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
    private final CodeTables codes;

    RegisterController(RegisterViews views, CodeTables codes) {
        this.views = views;
        this.codes = codes;
    }

    @Operation(summary = "A register unit, as it is or as it was on a day")
    @GetMapping("/v1/register-units/{id}")
    ResponseEntity<UnitView> unit(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @Subtree(lines = true) Scope scope) {
        return Reply.ok(views.find(id, asOf, scope).orElseThrow(UNKNOWN));
    }

    @Operation(
            summary = "The open register units of a place and below, or those that a line looks after, in the order of"
                    + " the tree")
    @GetMapping("/v1/register-units")
    Page<UnitView> units(
            @RequestParam(required = false) @Nullable UnitId place,
            @RequestParam(required = false) @Nullable @Size(max = 32) String type,
            @RequestParam(required = false) @Nullable CoverageState state,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Slice slice,
            @Subtree(lines = true) Desk desk) {
        if (type != null && !codes.knows("unit-type", type)) throw TYPE_UNKNOWN.with(type);
        var wanted = desk.below(place).orElseThrow(PLACE_UNKNOWN);
        var rows = views.list(new RegisterViews.Question(type, state, asOf), slice, wanted);
        return slice.inTree(rows, Listed::path, listed -> listed.unit().id()).map(Listed::unit);
    }
}
