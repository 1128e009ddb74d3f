package cn.dangjian.identity.signin;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.identity.account.Person;
import cn.dangjian.identity.password.PasswordRules;
import cn.dangjian.identity.signin.ChangePassword.Outcome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: an account's own password. */
@Tag(name = "password 密码")
@RestController
@RequestMapping("/v1/me/password")
class PasswordController {

    private final ChangePassword changePassword;
    private final PasswordRules rules;

    PasswordController(ChangePassword changePassword, PasswordRules rules) {
        this.changePassword = changePassword;
        this.rules = rules;
    }

    @Operation(summary = "Change the caller's own password")
    @PutMapping
    ResponseEntity<?> change(Person person, @Valid @RequestBody PasswordRequest request, HttpServletRequest http) {
        var origin = new SignIn.Origin("me", http.getRemoteAddr());
        return switch (changePassword.change(person, request.oldPassword(), request.newPassword(), origin)) {
            case Outcome.Changed() -> ResponseEntity.noContent().build();
            case Outcome.Weak() -> problem(UNPROCESSABLE_CONTENT, "password.weak", rules.limits());
            case Outcome.Refused() -> problem(FORBIDDEN, "password.wrong");
        };
    }

    record PasswordRequest(
            @NotBlank @Size(max = 1024) String oldPassword,
            @NotBlank @Size(max = 1024) String newPassword) {

        @Override
        public String toString() {
            return "PasswordRequest";
        }
    }
}
