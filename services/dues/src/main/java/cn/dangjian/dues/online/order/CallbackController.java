package cn.dangjian.dues.online.order;

import cn.dangjian.dues.online.provider.Signatures;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the provider tells that something is paid; it has no token, and signs what it tells. */
@Hidden
@RestController
class CallbackController {

    private final TakeCallback takeCallback;

    CallbackController(TakeCallback takeCallback) {
        this.takeCallback = takeCallback;
    }

    @PostMapping("/v1/provider-callbacks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(
            @RequestHeader(name = Signatures.TIME, required = false) @Nullable String time,
            @RequestHeader(name = Signatures.NONCE, required = false) @Nullable String nonce,
            @RequestHeader(name = Signatures.SIGNATURE, required = false) @Nullable String signature,
            @RequestBody byte[] body) {
        takeCallback.take(new Signatures.Seal(time, nonce, signature), body);
    }
}
