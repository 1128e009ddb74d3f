package cn.dangjian.organization.people.team;

import cn.dangjian.organization.people.team.LeaveSeat.EndRequest;
import cn.dangjian.organization.people.team.TakeSeat.SeatRequest;
import cn.dangjian.organization.people.term.Session;
import cn.dangjian.organization.people.term.Sessions.SessionRequest;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changing who leads a unit; each time by a superior. */
@Tag(name = "teams 领导班子")
@RestController
class TeamChangeController {

    private final SeatTeam seatTeam;
    private final TakeSeat takeSeat;
    private final LeaveSeat leaveSeat;

    TeamChangeController(SeatTeam seatTeam, TakeSeat takeSeat, LeaveSeat leaveSeat) {
        this.seatTeam = seatTeam;
        this.takeSeat = takeSeat;
        this.leaveSeat = leaveSeat;
    }

    @Operation(summary = "Begin a unit's next term (届)")
    @Idempotent
    @PostMapping("/v1/units/{id}/team/sessions")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Session> begin(@PathVariable UnitId id, @Valid @RequestBody SessionRequest request, Desk desk) {
        return Reply.created(seatTeam.seat(id, request, List.of(), desk));
    }

    @Operation(summary = "Put someone on a post (任职)")
    @Idempotent
    @PostMapping("/v1/units/{id}/team/seats")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Seat> take(@PathVariable UnitId id, @Valid @RequestBody SeatRequest request, Desk desk) {
        return Reply.created(takeSeat.take(id, request, desk));
    }

    @Operation(summary = "End a seat, also on a day to come (免职)")
    @Idempotent
    @PostMapping("/v1/seats/{id}/end")
    ResponseEntity<Seat> leave(@PathVariable long id, Seen seen, @Valid @RequestBody EndRequest request, Desk desk) {
        return Reply.ok(leaveSeat.leave(id, request, seen, desk));
    }
}
