package cn.dangjian.identity.phone;

import cn.dangjian.identity.account.Person;
import cn.dangjian.identity.signin.SignIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
    PhoneResponse show(Person person) {
        return new PhoneResponse(
                phones.read(person.account()).orElseThrow(PhoneRefusal.NONE).masked());
    }

    @Operation(summary = "绑定、更换手机号 / Set or change one's phone, with the password")
    @PutMapping
    PhoneResponse set(Person person, @Valid @RequestBody PhoneRequest request, HttpServletRequest http) {
        var phone = Phone.of(request.phone());
        setPhone.set(person, phone, request.password(), new SignIn.Origin("me", http.getRemoteAddr()));
        return new PhoneResponse(phone.masked());
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
