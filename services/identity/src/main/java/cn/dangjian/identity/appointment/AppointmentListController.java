package cn.dangjian.identity.appointment;

import cn.dangjian.identity.account.AccountRefusal;
import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.account.Person;
import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.appointment.AppointmentQueries.PostView;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: who holds which posts. */
@Tag(name = "appointments 任职")
@RestController
@RequestMapping("/v1")
class AppointmentListController {

    /** More posts than anybody holds in a life. */
    private static final int MANY = 200;

    private final AppointmentQueries queries;
    private final Accounts accounts;

    AppointmentListController(AppointmentQueries queries, Accounts accounts) {
        this.queries = queries;
        this.accounts = accounts;
    }

    @Operation(summary = "本人岗位 / One's own posts, to choose from")
    @GetMapping("/me/posts")
    Page<PostView> own(Person person) {
        return new Page<>(queries.listOwn(person.account(), MANY), null);
    }

    @Operation(summary = "任职经历 / The posts of an account at units of one's scope, the newest first")
    @GetMapping("/accounts/{id}/posts")
    Page<PostView> ofAccount(@PathVariable AccountId id, Superior superior) {
        AccountRefusal.UNKNOWN.when(accounts.find(id, superior.scope()).isEmpty());
        return new Page<>(queries.list(id, superior.scope(), MANY), null);
    }

    @Operation(summary = "One post and its holder, at a unit of one's scope")
    @GetMapping("/posts/{id}")
    ResponseEntity<PostView> one(@PathVariable long id, Superior superior) {
        return Reply.ok(queries.find(id, superior.scope()).orElseThrow(AppointmentRefusal.UNKNOWN));
    }
}
