package cn.dangjian.dues.rate.base;

import static cn.dangjian.dues.rate.base.BaseRefusal.MEMBER_UNKNOWN;

import cn.dangjian.dues.rate.base.RecordBase.BaseRequest;
import cn.dangjian.dues.roll.RollTable;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** On what members pay. */
@Tag(name = "bases 缴费基数")
@RestController
class BaseController {

    private final RecordBase recordBase;
    private final BaseRepository bases;
    private final RollTable payers;

    BaseController(RecordBase recordBase, BaseRepository bases, RollTable payers) {
        this.recordBase = recordBase;
        this.bases = bases;
        this.payers = payers;
    }

    record BasesView(long member, List<Base> bases) {}

    @Operation(summary = "Record on what a member pays, from a month on (核定缴费基数)")
    @Idempotent
    @PostMapping("/v1/members/{id}/bases")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<BasesView> record(@PathVariable long id, @Valid @RequestBody BaseRequest request, Desk desk) {
        return Reply.created(new BasesView(id, recordBase.record(id, request, desk)));
    }

    @Operation(summary = "On what a member has paid and pays, the latest first")
    @GetMapping("/v1/members/{id}/bases")
    BasesView bases(@PathVariable long id, @Subtree Scope scope) {
        MEMBER_UNKNOWN.when(payers.find(id, scope).isEmpty());
        return new BasesView(id, bases.list(id));
    }
}
