package cn.dangjian.identity.activation;

import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.activation.IssueMemberCodes.MemberCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: activation codes of members. */
@Tag(name = "activation 激活")
@RestController
class MemberCodeController {

    private final IssueMemberCodes issueMemberCodes;

    MemberCodeController(IssueMemberCodes issueMemberCodes) {
        this.issueMemberCodes = issueMemberCodes;
    }

    /** Takes no {@code Idempotency-Key}, for the reason that {@link ActivationController} gives. */
    @Operation(
            summary = "Make activation codes for members of the caller's unit or below; codes made before are void",
            description =
                    "Members whose account is in use get one only with reset; those who also hold a post get theirs"
                            + " from the unit above that post.")
    @PostMapping("/v1/member-activation-codes")
    ResponseEntity<List<MemberCodeResponse>> issue(@Valid @RequestBody MembersRequest request, Superior superior) {
        var codes = issueMemberCodes.issue(request.members(), Boolean.TRUE.equals(request.reset()), superior);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(codes.stream().map(MemberCodeResponse::of).toList());
    }

    /** @param reset also members who were activated before: they forgot the password */
    record MembersRequest(
            @NotNull @Size(min = 1, max = 1000) List<@NotNull Long> members,
            @Nullable Boolean reset) {}

    record MemberCodeResponse(
            long member, String login, String unitCode, String unitName, String tier, String code, Instant expires) {

        static MemberCodeResponse of(MemberCode code) {
            var issued = code.issued();
            return new MemberCodeResponse(
                    code.member(),
                    issued.login(),
                    issued.unitCode(),
                    issued.unitName(),
                    issued.tier(),
                    issued.code().text(),
                    issued.expires());
        }
    }
}
