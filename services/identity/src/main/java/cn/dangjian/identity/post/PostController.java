package cn.dangjian.identity.post;

import cn.dangjian.identity.post.CreateAccountOnce.AccountResponse;
import cn.dangjian.platform.web.caller.Administrator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: accounts beyond those of offices. */
@Tag(name = "accounts 账号")
@RestController
@RequestMapping("/v1/accounts")
class PostController {

    private final ConfirmUnit confirmUnit;
    private final CreateAccountOnce createAccount;

    PostController(ConfirmUnit confirmUnit, CreateAccountOnce createAccount) {
        this.confirmUnit = confirmUnit;
        this.createAccount = createAccount;
    }

    /** Needs {@code Idempotency-Key}; organization is asked before the transaction of the key begins. */
    @Operation(summary = "Make an account beyond those of offices")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AccountResponse> create(@Valid @RequestBody AccountRequest request, Administrator administrator) {
        return createAccount.create(confirmUnit.confirm(request.unit()), request, administrator);
    }

    record AccountRequest(
            @Positive long unit,
            @NotBlank @Size(max = 200) String displayName,
            @NotBlank @Pattern(regexp = "[a-z][a-z-]{0,31}") String duty) {}
}
