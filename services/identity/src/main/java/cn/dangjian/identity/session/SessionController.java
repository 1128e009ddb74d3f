package cn.dangjian.identity.session;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.identity.account.Person;
import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.session.EndSessions.Outcome;
import cn.dangjian.identity.session.SessionQueries.SessionView;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: sessions, one's own and those of accounts below. */
@Tag(name = "sessions 会话")
@RestController
@RequestMapping("/v1")
class SessionController {

    private static final int MANY = 200;

    private final SessionQueries queries;
    private final EndSessions endSessions;
    private final ReadSessions readSessions;
    private final Clock clock;

    SessionController(SessionQueries queries, EndSessions endSessions, ReadSessions readSessions, Clock clock) {
        this.queries = queries;
        this.endSessions = endSessions;
        this.readSessions = readSessions;
        this.clock = clock;
    }

    @Operation(summary = "本人会话 / Where one is signed in, the newest first")
    @GetMapping("/me/sessions")
    Page<SessionView> own(Person person) {
        return new Page<>(queries.list(person.account(), person.session(), clock.instant(), MANY), null);
    }

    @Operation(summary = "下线 / End one of one's sessions")
    @DeleteMapping("/me/sessions/{session}")
    ResponseEntity<?> endOwn(@PathVariable String session, Person person) {
        return answer(endSessions.endOwn(person, session));
    }

    @Operation(summary = "其他会话下线 / End all one's sessions but this one")
    @DeleteMapping("/me/sessions")
    ResponseEntity<?> endOthers(Person person) {
        return answer(endSessions.endOthers(person));
    }

    @Operation(summary = "下级账号会话 / Where an account below is signed in")
    @GetMapping("/accounts/{id}/sessions")
    ResponseEntity<?> ofAccount(@PathVariable AccountId id, Superior superior) {
        return switch (readSessions.read(id, superior, MANY)) {
            case ReadSessions.Outcome.Shown(var sessions) -> ResponseEntity.ok(new Page<>(sessions, null));
            case ReadSessions.Outcome.NoSuchAccount() -> problem(NOT_FOUND, "account.unknown");
            case ReadSessions.Outcome.NotBelow() -> problem(CONFLICT, "account.not-below");
        };
    }

    @Operation(summary = "下级账号下线 / End one session of an account below")
    @DeleteMapping("/accounts/{id}/sessions/{session}")
    ResponseEntity<?> endOne(@PathVariable AccountId id, @PathVariable String session, Superior superior) {
        return answer(endSessions.endBelow(id, session, superior));
    }

    @Operation(summary = "下级账号全部下线 / End all sessions of an account below")
    @DeleteMapping("/accounts/{id}/sessions")
    ResponseEntity<?> endAll(@PathVariable AccountId id, Superior superior) {
        return answer(endSessions.endBelow(id, null, superior));
    }

    private static ResponseEntity<?> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Ended() -> ResponseEntity.noContent().build();
            case Outcome.NoSuchAccount() -> problem(NOT_FOUND, "account.unknown");
            case Outcome.NoSuchSession() -> problem(NOT_FOUND, "session.unknown");
            case Outcome.NotBelow() -> problem(CONFLICT, "account.not-below");
        };
    }
}
