package cn.dangjian.organization.people.cadre;

import static cn.dangjian.organization.people.cadre.CadreRefusal.UNKNOWN;

import cn.dangjian.organization.people.cadre.ChangeCadre.LeaveRequest;
import cn.dangjian.organization.people.cadre.ChangeCadre.TrainingRequest;
import cn.dangjian.organization.people.cadre.NominateCadre.NominationRequest;
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
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The reserve lists of villages. */
@Tag(name = "reserve cadres 后备干部")
@RestController
class CadreController {

    private final NominateCadre nominateCadre;
    private final ChangeCadre changeCadre;
    private final CadreRepository cadres;

    CadreController(NominateCadre nominateCadre, ChangeCadre changeCadre, CadreRepository cadres) {
        this.nominateCadre = nominateCadre;
        this.changeCadre = changeCadre;
        this.cadres = cadres;
    }

    record ListedResponse(long id, UnitId village, String name, String mentor, Cadre.State state) {

        static ListedResponse of(Cadre cadre) {
            return new ListedResponse(cadre.id(), cadre.unitId(), cadre.name(), cadre.mentor(), cadre.state());
        }
    }

    record CadreResponse(Cadre cadre, Cadre.State state, List<String> tags, List<Cadre.Training> trainings)
            implements Versioned {

        @Override
        public long version() {
            return cadre.version();
        }
    }

    @Operation(summary = "Nominate somebody (推荐)")
    @Idempotent
    @PostMapping("/v1/units/{id}/reserve-cadres")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CadreResponse> nominate(
            @PathVariable UnitId id, @Valid @RequestBody NominationRequest request, Desk desk) {
        return Reply.created(response(nominateCadre.nominate(id, request, desk), desk.scope()));
    }

    @Operation(summary = "Put somebody on the county's list (入库)")
    @Idempotent
    @PostMapping("/v1/reserve-cadres/{id}/listing")
    ResponseEntity<CadreResponse> enlist(@PathVariable long id, Seen seen, Desk desk) {
        return Reply.ok(response(changeCadre.enlist(id, seen, desk), desk.scope()));
    }

    @Operation(summary = "Take somebody off the list (出库)")
    @Idempotent
    @PostMapping("/v1/reserve-cadres/{id}/departure")
    ResponseEntity<CadreResponse> leave(
            @PathVariable long id, Seen seen, @Valid @RequestBody LeaveRequest request, Desk desk) {
        return Reply.ok(response(changeCadre.leave(id, request, seen, desk), desk.scope()));
    }

    @Operation(summary = "Write a training down (培训)")
    @Idempotent
    @PostMapping("/v1/reserve-cadres/{id}/trainings")
    ResponseEntity<CadreResponse> train(@PathVariable long id, @Valid @RequestBody TrainingRequest request, Desk desk) {
        return Reply.ok(response(changeCadre.train(id, request, desk), desk.scope()));
    }

    @Operation(summary = "Somebody in reserve, with trainings")
    @GetMapping("/v1/reserve-cadres/{id}")
    ResponseEntity<CadreResponse> cadre(@PathVariable long id, @Subtree Scope scope) {
        return Reply.ok(response(cadres.find(id, scope).orElseThrow(UNKNOWN), scope));
    }

    @Operation(summary = "Those in reserve, the newest first")
    @GetMapping("/v1/reserve-cadres")
    Page<ListedResponse> cadres(Slice slice, @Subtree Scope scope) {
        return slice.newest(cadres.list(slice, scope), Cadre::id).map(ListedResponse::of);
    }

    private CadreResponse response(Cadre cadre, Scope scope) {
        return new CadreResponse(
                cadre, cadre.state(), cadres.listTags(cadre, scope), cadres.listTrainings(cadre, scope));
    }
}
