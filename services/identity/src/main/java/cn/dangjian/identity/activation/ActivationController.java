package cn.dangjian.identity.activation;

import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.activation.CodeSheets.CodeResponse;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.web.Verbatim;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** HTTP: activation codes and their use. */
@Tag(name = "activation 激活")
@RestController
@RequestMapping("/v1")
class ActivationController {

    private final IssueCodes issueCodes;
    private final CodeSheets sheets;
    private final Activate activate;

    ActivationController(IssueCodes issueCodes, CodeSheets sheets, Activate activate) {
        this.issueCodes = issueCodes;
        this.sheets = sheets;
        this.activate = activate;
    }

    /**
     * Takes no {@code Idempotency-Key}: its answer would have to be stored, and codes are kept nowhere in clear. Sending
     * it again is safe, new codes take the place of the old.
     */
    @Operation(summary = "Make activation codes for accounts below; codes made before are void")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        array = @ArraySchema(schema = @Schema(implementation = CodeResponse.class))),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @PostMapping("/activation-codes")
    ResponseEntity<StreamingResponseBody> issue(
            @Valid @RequestBody SelectionRequest request,
            Superior superior,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        boolean asSheet = accept != null && accept.contains("text/csv");
        var codes = issueCodes.issue(request.selection(), superior);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(asSheet ? CodeSheets.CSV : MediaType.APPLICATION_JSON)
                .body(asSheet ? sheets.csv(codes) : sheets.json(codes));
    }

    @Operation(summary = "Use an activation code: set the first password")
    @PostMapping("/activations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void activate(@Valid @RequestBody ActivationRequest request, HttpServletRequest http) {
        var code = ActivationCode.typed(request.code());
        activate.activate(request.login(), code, request.password(), http.getRemoteAddr());
    }

    /** Whose accounts; everything below the caller if nothing is said. */
    record SelectionRequest(
            @Nullable @Size(min = 1, max = 1000) List<@NotNull Long> units,
            @Nullable Tier tier,
            @Nullable Long under,
            @Nullable Boolean reset) {

        Selection selection() {
            return new Selection(units == null ? List.of() : units, tier, under, Boolean.TRUE.equals(reset));
        }
    }

    record ActivationRequest(
            @NotBlank @Size(max = 64) String login,
            @NotBlank @Size(max = 64) String code,
            @Verbatim @NotBlank @Size(max = 1024) String password) {

        @Override
        public String toString() {
            return "ActivationRequest[" + login + "]";
        }
    }
}
