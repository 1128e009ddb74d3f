package cn.dangjian.identity.account;

import cn.dangjian.identity.account.AccountQueries.AccountView;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: accounts of units below. */
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

    @Operation(summary = "Accounts of units below the caller's, in the order of the tree")
    @GetMapping("/accounts")
    Page<AccountResponse> list(Superior superior, Slice slice) {
        var rows = queries.list(superior.scope(), Cursor.parse(slice.cursor(), 2), slice.rows());
        return slice.page(rows, AccountView::cursor).map(AccountResponse::of);
    }

    @Operation(summary = "Lock an account of a unit below (停用)")
    @PostMapping("/accounts/{id}/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lock(@PathVariable AccountId id, Superior superior) {
        lockAccount.lock(id, superior);
    }

    @Operation(summary = "Unlock an account of a unit below (启用)")
    @PostMapping("/accounts/{id}/unlock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(@PathVariable AccountId id, Superior superior) {
        lockAccount.unlock(id, superior);
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
