package cn.dangjian.dues.online.sandbox;

import cn.dangjian.dues.online.provider.PaymentProvider.Returned;
import cn.dangjian.dues.online.provider.Signatures;
import cn.dangjian.dues.online.provider.Trade;
import cn.dangjian.dues.online.sandbox.Sandbox.OrderBody;
import cn.dangjian.dues.online.sandbox.Sandbox.RefundBody;
import cn.dangjian.platform.directory.desk.Days;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import tools.jackson.databind.json.JsonMapper;

/** The provider's doors for its merchant: what is asked and what is answered is signed. */
@Hidden
@ConditionalOnProperty(name = "dangjian.dues.online.provider", havingValue = "sandbox")
@RestController
@RequestMapping("/v1/sandbox")
class SandboxController {

    private static final Duration WINDOW = Duration.ofMinutes(5);

    /** Longer than its merchant waits, and not so long that this process cannot stop. */
    private static final long SILENCE = Duration.ofSeconds(6).toMillis();

    private static final byte[] NOTHING = new byte[0];

    private final Sandbox sandbox;
    private final JsonMapper json;
    private final Days days;
    private final PrivateKey key;
    private final PublicKey merchantKey;

    SandboxController(Sandbox sandbox, SandboxSettings settings, JsonMapper json, Days days) {
        this.sandbox = sandbox;
        this.json = json;
        this.days = days;
        this.key = Signatures.privateKey(settings.key());
        this.merchantKey = Signatures.publicKey(settings.merchantKey());
    }

    @PostMapping("/orders")
    DeferredResult<ResponseEntity<byte[]>> place(@RequestBody byte[] body, HttpServletRequest request) {
        if (!isSigned(request, body)) return now(refused());
        var order = json.readValue(body, OrderBody.class);
        var mood = sandbox.mood(order.fen(), Mood.ORDER_FAILS, Mood.ORDER_SILENT, Mood.ORDER_REFUSED, Mood.EARLY);
        if (mood == Mood.ORDER_FAILS) return now(ResponseEntity.status(500).body(NOTHING));
        if (mood == Mood.ORDER_REFUSED) return now(signed(request, 403, Map.of("code", "NO_AUTH")));
        String payUrl = sandbox.place(order);
        if (mood == Mood.ORDER_SILENT) return new DeferredResult<>(SILENCE);
        if (mood == Mood.EARLY)
            sandbox.pay(
                    sandbox.page(payUrl.substring(payUrl.lastIndexOf('/') + 1)).orElseThrow(), Mood.GOOD);
        return now(signed(request, 200, Map.of("payUrl", payUrl)));
    }

    @GetMapping("/orders/{number}")
    ResponseEntity<byte[]> order(@PathVariable String number, HttpServletRequest request) {
        if (!isSigned(request, NOTHING)) return refused();
        return sandbox.find(number)
                .map(trade -> signed(request, 200, trade))
                .orElseGet(() -> signed(request, 404, Map.of("code", "ORDER_NOT_EXIST")));
    }

    @PostMapping("/orders/{number}/closing")
    ResponseEntity<byte[]> close(@PathVariable String number, HttpServletRequest request) {
        if (!isSigned(request, NOTHING)) return refused();
        var trade = sandbox.find(number);
        if (trade.isEmpty()) return signed(request, 404, Map.of("code", "ORDER_NOT_EXIST"));
        if (sandbox.mood(trade.map(Trade::fen).orElseThrow(), Mood.CLOSING_FAILS) == Mood.CLOSING_FAILS)
            return ResponseEntity.status(500).body(NOTHING);
        return sandbox.close(number)
                ? signed(request, 200, Map.of())
                : signed(request, 409, Map.of("code", "ORDER_PAID"));
    }

    @PostMapping("/refunds")
    DeferredResult<ResponseEntity<byte[]>> refund(@RequestBody byte[] body, HttpServletRequest request) {
        if (!isSigned(request, body)) return now(refused());
        var refund = json.readValue(body, RefundBody.class);
        var mood = sandbox.mood(refund.fen(), Mood.REFUND_SILENT, Mood.REFUND_SLOW, Mood.REFUND_FAILS);
        var returned = sandbox.refund(refund, mood);
        if (mood == Mood.REFUND_SILENT) return new DeferredResult<>(SILENCE);
        return now(signed(request, 200, returned));
    }

    @GetMapping("/refunds/{number}")
    ResponseEntity<byte[]> refund(@PathVariable String number, HttpServletRequest request) {
        if (!isSigned(request, NOTHING)) return refused();
        return sandbox.findRefund(number)
                .map((Returned returned) -> signed(request, 200, returned))
                .orElseGet(() -> signed(request, 404, Map.of("code", "REFUND_NOT_EXIST")));
    }

    @GetMapping("/bills/{day}")
    ResponseEntity<byte[]> bill(
            @PathVariable LocalDate day, @RequestHeader("Pay-Merchant") String merchant, HttpServletRequest request) {
        if (!isSigned(request, NOTHING)) return refused();
        return sealed(request, 200, sandbox.bill(day, merchant).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private boolean isSigned(HttpServletRequest request, byte[] body) {
        var seal = new Signatures.Seal(
                request.getHeader(Signatures.TIME),
                request.getHeader(Signatures.NONCE),
                request.getHeader(Signatures.SIGNATURE));
        return Signatures.isRight(
                merchantKey, request.getMethod() + " " + request.getRequestURI(), seal, body, days.now(), WINDOW);
    }

    private static ResponseEntity<byte[]> refused() {
        return ResponseEntity.status(401).body(NOTHING);
    }

    private ResponseEntity<byte[]> signed(HttpServletRequest request, int status, Object body) {
        return sealed(request, status, json.writeValueAsBytes(body));
    }

    private ResponseEntity<byte[]> sealed(HttpServletRequest request, int status, byte[] body) {
        var seal =
                Signatures.sign(key, "ANSWER " + status + " " + request.getHeader(Signatures.NONCE), body, days.now());
        return ResponseEntity.status(status)
                .header(Signatures.TIME, String.valueOf(seal.time()))
                .header(Signatures.NONCE, String.valueOf(seal.nonce()))
                .header(Signatures.SIGNATURE, String.valueOf(seal.signature()))
                .body(body);
    }

    private static DeferredResult<ResponseEntity<byte[]>> now(ResponseEntity<byte[]> answer) {
        var result = new DeferredResult<ResponseEntity<byte[]>>();
        result.setResult(answer);
        return result;
    }
}
