package cn.dangjian.identity.audit;

import cn.dangjian.identity.audit.AuditQueries.EntryView;
import cn.dangjian.identity.audit.VerifyTrail.Kept;
import cn.dangjian.identity.audit.VerifyTrail.Report;
import cn.dangjian.platform.web.caller.Administrator;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: the audit trail, for the administrator. */
@Tag(name = "audit 审计")
@RestController
@RequestMapping("/v1/audit")
class AuditController {

    private final VerifyTrail verifyTrail;
    private final AuditQueries queries;

    AuditController(VerifyTrail verifyTrail, AuditQueries queries) {
        this.verifyTrail = verifyTrail;
        this.queries = queries;
    }

    /** With a seal that was kept elsewhere, also a trail that was set back as a whole is noticed. */
    @Operation(summary = "审计校验 / Whether the trail is whole, and where the first link is broken")
    @GetMapping("/verification")
    Report verify(
            Administrator administrator,
            @RequestParam(required = false) @Min(1) @Nullable Long seal,
            @RequestParam(required = false) @Pattern(regexp = "[0-9a-f]{64}") @Nullable String mac) {
        AuditRefusal.SEAL_INCOMPLETE.when((seal == null) != (mac == null));
        return verifyTrail.verify(seal == null || mac == null ? null : new Kept(seal, mac));
    }

    @Operation(summary = "审计查询 / What an account did, or what was done to a thing; the newest first")
    @GetMapping("/entries")
    Page<EntryView> list(
            Administrator administrator,
            @RequestParam(required = false) @Nullable Long account,
            @RequestParam(required = false) @Nullable String thing,
            @RequestParam(required = false) @Nullable String id,
            Slice slice) {
        var after = Cursor.parse(slice.cursor(), 3);
        if (account != null && thing == null && id == null) {
            return slice.page(queries.listBy(account, after, slice.rows()), EntryView::cursor);
        }
        if (account == null && thing != null && id != null) {
            return slice.page(queries.listOf(thing, id, after, slice.rows()), EntryView::cursor);
        }
        throw AuditRefusal.WHICH.get();
    }
}
