package cn.dangjian.dues.online.sandbox;

import cn.dangjian.dues.online.provider.Signatures;
import cn.dangjian.dues.online.provider.Trade;
import cn.dangjian.platform.directory.desk.Days;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells the merchant that something is paid. */
@ConditionalOnProperty(name = "dangjian.dues.online.provider", havingValue = "sandbox")
@Component
class SandboxCallbacks {

    private static final Logger log = LoggerFactory.getLogger(SandboxCallbacks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PrivateKey key;
    private final JsonMapper json;
    private final Days days;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    SandboxCallbacks(SandboxSettings settings, JsonMapper json, Days days) {
        this.key = Signatures.privateKey(settings.key());
        this.json = json;
        this.days = days;
    }

    record Notice(String id, String kind, Trade trade) {}

    void tell(String url, Trade trade, Mood mood) {
        if (mood == Mood.NEVER) return;
        var notice = new Notice(UUID.randomUUID().toString(), "TRANSACTION.SUCCESS", told(trade, mood));
        send(url, notice, mood);
        if (mood == Mood.TWICE) send(url, notice, mood);
    }

    private static Trade told(Trade trade, Mood mood) {
        return switch (mood) {
            case OTHER_AMOUNT -> with(trade, trade.number(), trade.merchant(), trade.fen() + 1, trade.currency());
            case OTHER_MERCHANT -> with(trade, trade.number(), "somebody-else", trade.fen(), trade.currency());
            case OTHER_CURRENCY -> with(trade, trade.number(), trade.merchant(), trade.fen(), "USD");
            case OTHER_ORDER ->
                with(
                        trade,
                        UUID.randomUUID().toString().replace("-", ""),
                        trade.merchant(),
                        trade.fen(),
                        trade.currency());
            default -> trade;
        };
    }

    private static Trade with(Trade trade, String number, String merchant, long fen, String currency) {
        return new Trade(number, trade.trade(), merchant, trade.state(), fen, currency, trade.paidAt());
    }

    private void send(String url, Notice notice, Mood mood) {
        byte[] body = json.writeValueAsBytes(notice);
        var at = mood == Mood.OLD ? days.now().minus(Duration.ofHours(1)) : days.now();
        var seal = Signatures.sign(key, mood == Mood.FORGED ? "ANSWER 200" : Signatures.CALLBACK, body, at);
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(Signatures.TIME, String.valueOf(seal.time()))
                .header(Signatures.NONCE, String.valueOf(seal.nonce()))
                .header(Signatures.SIGNATURE, String.valueOf(seal.signature()))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            log.info("Told of {}: {}", notice.trade().number(), status);
        } catch (IOException e) {
            log.info("Nobody could be told of {}: {}", notice.trade().number(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
