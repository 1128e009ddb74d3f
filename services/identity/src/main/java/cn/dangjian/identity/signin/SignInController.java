package cn.dangjian.identity.signin;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.account.Person;
import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.signin.SignInQueries.SignInView;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
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
@RestController
@RequestMapping("/v1")
class SignInController {

    private final SignInQueries queries;
    private final Accounts accounts;

    SignInController(SignInQueries queries, Accounts accounts) {
        this.queries = queries;
        this.accounts = accounts;
    }

    @Operation(summary = "本人登录日志 / One's own sign-ins, the newest first")
    @GetMapping("/me/sign-ins")
    Page<SignInView> own(
            Person person,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return list(person.account(), cursor, limit);
    }

    @Operation(summary = "下级账号登录日志 / The sign-ins of an account below")
    @GetMapping("/accounts/{id}/sign-ins")
    ResponseEntity<?> ofAccount(
            @PathVariable AccountId id,
            Superior superior,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        if (accounts.find(id, superior.scope()).isEmpty()) return problem(NOT_FOUND, "account.unknown");
        if (accounts.isBeside(id, superior)) return problem(CONFLICT, "account.not-below");
        return ResponseEntity.ok(list(id, cursor, limit));
    }

    private Page<SignInView> list(AccountId account, @Nullable String cursor, int limit) {
        return Page.of(queries.list(account, Cursor.parse(cursor, 2), limit + 1), limit, SignInView::cursor);
    }
}
