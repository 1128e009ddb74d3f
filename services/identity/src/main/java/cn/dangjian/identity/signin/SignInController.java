package cn.dangjian.identity.signin;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.identity.account.Person;
import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.signin.ReadSignIns.Outcome;
import cn.dangjian.identity.signin.SignInQueries.SignInView;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: the log of sign-ins (登录日志), one's own and those of accounts below. */
@Tag(name = "sign-ins 登录日志")
@RestController
@RequestMapping("/v1")
class SignInController {

    private final SignInQueries queries;
    private final ReadSignIns readSignIns;

    SignInController(SignInQueries queries, ReadSignIns readSignIns) {
        this.queries = queries;
        this.readSignIns = readSignIns;
    }

    @Operation(summary = "本人登录日志 / One's own sign-ins, the newest first")
    @GetMapping("/me/sign-ins")
    Page<SignInView> own(
            Person person,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var after = Cursor.parse(cursor, 2);
        return Page.of(queries.list(person.account(), after, limit + 1), limit, SignInView::cursor);
    }

    @Operation(summary = "下级账号登录日志 / The sign-ins of an account below")
    @GetMapping("/accounts/{id}/sign-ins")
    ResponseEntity<?> ofAccount(
            @PathVariable AccountId id,
            Superior superior,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return switch (readSignIns.read(id, superior, Cursor.parse(cursor, 2), limit + 1)) {
            case Outcome.Shown(var signIns) -> ResponseEntity.ok(Page.of(signIns, limit, SignInView::cursor));
            case Outcome.NoSuchAccount() -> problem(NOT_FOUND, "account.unknown");
            case Outcome.NotBelow() -> problem(CONFLICT, "account.not-below");
        };
    }
}
