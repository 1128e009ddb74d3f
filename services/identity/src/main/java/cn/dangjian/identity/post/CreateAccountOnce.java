package cn.dangjian.identity.post;

import cn.dangjian.identity.post.ConfirmUnit.Confirmed;
import cn.dangjian.identity.post.PostController.AccountRequest;
import cn.dangjian.platform.web.caller.Administrator;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;

/** The part of the door behind the idempotency key: everything in it is one transaction, so no remote call is. */
@Component
class CreateAccountOnce {

    private final CreateAccount createAccount;

    CreateAccountOnce(CreateAccount createAccount) {
        this.createAccount = createAccount;
    }

    /** The request is marked as the body because the key is compared by it. */
    @Idempotent
    ResponseEntity<AccountResponse> create(
            Confirmed unit, @RequestBody AccountRequest request, Administrator administrator) {
        var created = createAccount.create(unit, request.displayName(), request.duty(), administrator);
        return Reply.created(AccountResponse.of(created));
    }

    record AccountResponse(long id, String login, String displayName, long post, long unit, String duty) {

        static AccountResponse of(CreateAccount.Created created) {
            var account = created.account();
            var post = created.post();
            return new AccountResponse(
                    account.id().value(), account.login(), account.displayName(), post.id(), post.unit(), post.duty());
        }
    }
}
