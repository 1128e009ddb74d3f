package cn.dangjian.identity.phone;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.identity.account.Person;
import cn.dangjian.identity.phone.SetPhone.Outcome;
import cn.dangjian.identity.signin.SignIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: an account's own phone. */
@Tag(name = "phone 手机号")
@RestController
@RequestMapping("/v1/me/phone")
class PhoneController {

    private final SetPhone setPhone;
    private final StorePhone phones;

    PhoneController(SetPhone setPhone, StorePhone phones) {
        this.setPhone = setPhone;
        this.phones = phones;
    }

    @Operation(summary = "本人手机号 / One's own phone, masked")
    @GetMapping
    ResponseEntity<?> show(Person person) {
        var phone = phones.read(person.account());
        if (phone.isEmpty()) return problem(NOT_FOUND, "phone.none");
        return ResponseEntity.ok(new PhoneResponse(phone.get().masked()));
    }

    @Operation(summary = "绑定、更换手机号 / Set or change one's phone, with the password")
    @PutMapping
    ResponseEntity<?> set(Person person, @Valid @RequestBody PhoneRequest request, HttpServletRequest http) {
        var origin = new SignIn.Origin("me", http.getRemoteAddr());
        return switch (setPhone.set(person, Phone.of(request.phone()), request.password(), origin)) {
            case Outcome.Stored(var phone) -> ResponseEntity.ok(new PhoneResponse(phone.masked()));
            case Outcome.Taken() -> problem(CONFLICT, "phone.taken");
            case Outcome.Refused() -> problem(FORBIDDEN, "phone.password-wrong");
        };
    }

    record PhoneRequest(
            @NotBlank @Pattern(regexp = Phone.PATTERN) String phone,
            @NotBlank @Size(max = 1024) String password) {

        @Override
        public String toString() {
            return "PhoneRequest";
        }
    }

    record PhoneResponse(String phone) {}
}
