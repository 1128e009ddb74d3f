package cn.dangjian.identity.account;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.identity.account.AccountQueries.AccountView;
import cn.dangjian.identity.account.LockAccount.Outcome;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: accounts, one's own and those below. */
@Tag(name = "accounts 账号")
@RestController
@RequestMapping("/v1")
class AccountController {

    private final AccountQueries queries;
    private final LockAccount lockAccount;

    AccountController(AccountQueries queries, LockAccount lockAccount) {
        this.queries = queries;
        this.lockAccount = lockAccount;
    }

    @Operation(summary = "The caller's own account")
    @GetMapping("/me")
    ResponseEntity<?> me(Person person) {
        var me = queries.findMe(person);
        return me.isPresent() ? ResponseEntity.ok(me.get()) : problem(NOT_FOUND, "account.unknown");
    }

    @Operation(summary = "Accounts of units below the caller's, in the order of the tree")
    @GetMapping("/accounts")
    Page<AccountResponse> list(
            Superior superior,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var rows = queries.list(superior.scope(), Cursor.parse(cursor, 2), limit + 1);
        return Page.of(rows, limit, AccountView::cursor).map(AccountResponse::of);
    }

    @Operation(summary = "Lock an account of a unit below (停用)")
    @PostMapping("/accounts/{id}/lock")
    ResponseEntity<?> lock(@PathVariable AccountId id, Superior superior) {
        return answer(lockAccount.lock(id, superior));
    }

    @Operation(summary = "Unlock an account of a unit below (启用)")
    @PostMapping("/accounts/{id}/unlock")
    ResponseEntity<?> unlock(@PathVariable AccountId id, Superior superior) {
        return answer(lockAccount.unlock(id, superior));
    }

    private static ResponseEntity<?> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done() -> ResponseEntity.noContent().build();
            case Outcome.NoSuchAccount() -> problem(NOT_FOUND, "account.unknown");
            case Outcome.NotBelow() -> problem(CONFLICT, "account.not-below");
        };
    }

    record AccountResponse(
            AccountId id,
            String login,
            String displayName,
            Account.State state,
            long post,
            String duty,
            boolean active,
            long unit,
            String unitName,
            String tier) {

        static AccountResponse of(AccountView view) {
            return new AccountResponse(
                    view.id(),
                    view.login(),
                    view.displayName(),
                    view.state(),
                    view.post(),
                    view.duty(),
                    view.active(),
                    view.unit(),
                    view.unitName(),
                    view.tier());
        }
    }
}
