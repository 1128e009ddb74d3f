package cn.dangjian.identity.signin;

import cn.dangjian.identity.account.Person;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: an account's own password. */
@Tag(name = "password 密码")
@RestController
@RequestMapping("/v1/me/password")
class PasswordController {

    private final ChangePassword changePassword;

    PasswordController(ChangePassword changePassword) {
        this.changePassword = changePassword;
    }

    @Operation(summary = "Change the caller's own password")
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(Person person, @Valid @RequestBody PasswordRequest request, HttpServletRequest http) {
        var origin = new SignIn.Origin("me", http.getRemoteAddr());
        changePassword.change(person, request.oldPassword(), request.newPassword(), origin);
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
