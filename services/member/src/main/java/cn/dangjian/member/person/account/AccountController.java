package cn.dangjian.member.person.account;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts of persons. */
@Tag(name = "members 党员档案")
@RestController
class AccountController {

    private final AskAccount askAccount;

    AccountController(AskAccount askAccount) {
        this.askAccount = askAccount;
    }

    /** @param account null until identity has opened it, a moment later */
    record AccountResponse(long member, @Nullable Long account) {}

    @Operation(
            summary = "Ask for an account with which a person sees his own file (开通账号)",
            description = "Identity opens it a moment later; codes are given out by POST"
                    + " /identity/v1/member-activation-codes.")
    @Idempotent
    @PostMapping("/v1/members/{id}/account")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<AccountResponse> ask(@PathVariable long id, Desk desk) {
        var member = askAccount.ask(id, desk);
        return ResponseEntity.accepted().body(new AccountResponse(member.id(), member.account()));
    }
}
