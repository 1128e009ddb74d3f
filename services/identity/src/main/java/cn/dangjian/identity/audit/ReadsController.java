package cn.dangjian.identity.audit;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import cn.dangjian.identity.audit.Deed.Kind;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.caller.ServiceCaller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: what other services have shown of people; the data of {@code contracts/audit/personal-data-read.v1}. */
@RestController
class ReadsController {

    private static final String WORD = "[a-z][a-z.-]{0,39}";

    private final TakeReads takeReads;

    ReadsController(TakeReads takeReads) {
        this.takeReads = takeReads;
    }

    @PostMapping("/internal/audit/reads")
    @ResponseStatus(NO_CONTENT)
    void take(@Valid @RequestBody ReadsRequest request, ServiceCaller service) {
        takeReads.take(request.reads().stream()
                .map(read -> read.deed(service.service()))
                .toList());
    }

    record ReadsRequest(@NotNull @Size(min = 1, max = 500) List<@NotNull @Valid ReadRequest> reads) {}

    /** One look at something. */
    record ReadRequest(
            @NotNull UUID id,
            @NotNull Instant at,
            @NotNull AccountId account,
            @Nullable Long post,
            @Nullable Long mandate,
            @NotBlank @Pattern(regexp = WORD) String act,
            @NotBlank @Pattern(regexp = "[a-z][a-z-]{0,31}") String thing,

            @NotBlank @Pattern(regexp = "[A-Za-z0-9:._-]{1,64}")
            String thingId,

            @NotBlank @Size(max = 200) String purpose) {

        Deed deed(String service) {
            return new Deed(
                    new Actor(account, post, mandate), service, id, at, Kind.READ, act, thing, thingId, purpose);
        }
    }
}
