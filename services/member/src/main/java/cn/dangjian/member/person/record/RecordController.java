package cn.dangjian.member.person.record;

import static cn.dangjian.member.person.record.RecordRefusal.UNKNOWN;

import cn.dangjian.member.person.record.WriteEntry.EntryRequest;
import cn.dangjian.member.person.register.Member;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.member.person.standing.MemberEvent;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Period;
import cn.dangjian.member.person.standing.Standings;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.platform.web.version.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
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

/** What happened to a person, and who he was on a day. */
@Tag(name = "standings 党籍")
@RestController
class RecordController {

    private final WriteEntry writeEntry;
    private final Members members;
    private final Standings standings;

    RecordController(WriteEntry writeEntry, Members members, Standings standings) {
        this.writeEntry = writeEntry;
        this.members = members;
        this.standings = standings;
    }

    record StrikeRequest(
            @NotBlank @Size(max = 500) @Stripped(lines = true)
            String reason) {}

    /** @param events also those that were struck, the newest first */
    record HistoryResponse(Member member, List<Period> periods, List<MemberEvent> events) implements Versioned {

        @Override
        public long version() {
            return member.version();
        }
    }

    /** @param period null before anything was written down of him */
    record DayResponse(long member, LocalDate on, @Nullable Period period) {}

    @Operation(summary = "What happened to a person, and who he was from day to day")
    @GetMapping("/v1/members/{id}/history")
    ResponseEntity<HistoryResponse> history(@PathVariable long id, Desk desk) {
        return Reply.ok(response(members.find(id, desk.scope()).orElseThrow(UNKNOWN)));
    }

    @Operation(summary = "Who a person was on a day; today, if none is named (某日身份)")
    @GetMapping("/v1/members/{id}/standing")
    DayResponse standing(@PathVariable long id, @RequestParam(required = false) @Nullable LocalDate on, Desk desk) {
        UNKNOWN.when(members.find(id, desk.scope()).isEmpty());
        var day = on == null ? desk.today() : on;
        return new DayResponse(id, day, standings.on(new MemberId(id), day).orElse(null));
    }

    @Operation(
            summary = "Write down what has happened to a person (登记变动)",
            description = "What ends a membership against somebody's will comes from a case, and moves from transfers.")
    @Idempotent
    @PostMapping("/v1/members/{id}/events")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<HistoryResponse> write(
            @PathVariable long id, Seen seen, @Valid @RequestBody EntryRequest request, Desk desk) {
        return Reply.created(response(writeEntry.write(id, request, seen, desk)));
    }

    @Operation(summary = "Strike what was written down and is wrong (更正)")
    @Idempotent
    @PostMapping("/v1/members/{id}/events/{event}/strike")
    ResponseEntity<HistoryResponse> strike(
            @PathVariable long id,
            @PathVariable long event,
            Seen seen,
            @Valid @RequestBody StrikeRequest request,
            Desk desk) {
        return Reply.ok(response(writeEntry.strike(id, event, request.reason(), seen, desk)));
    }

    private HistoryResponse response(Member member) {
        var id = new MemberId(member.id());
        return new HistoryResponse(member, standings.periods(id), standings.history(id));
    }
}
