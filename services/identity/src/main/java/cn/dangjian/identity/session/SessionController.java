package cn.dangjian.identity.session;

import cn.dangjian.identity.account.Person;
import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.session.SessionQueries.SessionView;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
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
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOwn(@PathVariable String session, Person person) {
        endSessions.endOwn(person, session);
    }

    @Operation(summary = "其他会话下线 / End all one's sessions but this one")
    @DeleteMapping("/me/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(Person person) {
        endSessions.endOthers(person);
    }

    @Operation(summary = "下级账号会话 / Where an account below is signed in")
    @GetMapping("/accounts/{id}/sessions")
    Page<SessionView> ofAccount(@PathVariable AccountId id, Superior superior) {
        return new Page<>(readSessions.read(id, superior, MANY), null);
    }

    @Operation(summary = "下级账号下线 / End one session of an account below")
    @DeleteMapping("/accounts/{id}/sessions/{session}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOne(@PathVariable AccountId id, @PathVariable String session, Superior superior) {
        endSessions.endBelow(id, session, superior);
    }

    @Operation(summary = "下级账号全部下线 / End all sessions of an account below")
    @DeleteMapping("/accounts/{id}/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAll(@PathVariable AccountId id, Superior superior) {
        endSessions.endBelow(id, null, superior);
    }
}
