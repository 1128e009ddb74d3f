package cn.dangjian.dues.online.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dangjian.dues.online.provider.ProviderLine.Answer;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks the provider over HTTP. */
final class HttpProvider implements PaymentProvider {

    private final ProviderLine line;
    private final Addresses addresses;
    private final String merchant;
    private final Duration orderLife;
    private final JsonMapper json;

    HttpProvider(ProviderLine line, Addresses addresses, OnlineSettings settings, JsonMapper json) {
        this.line = line;
        this.addresses = addresses;
        this.merchant = settings.merchant();
        this.orderLife = settings.orderLife();
        this.json = json;
    }

    private record OrderBody(
            String merchant, String number, long fen, String currency, String notifyUrl, Instant expiresAt) {}

    private record RefundBody(String merchant, String number, String order, String trade, long fen) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record PayPage(String payUrl) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Said(Returned.State state, @Nullable Instant at) {}

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public String merchant() {
        return merchant;
    }

    @Override
    public Duration orderLife() {
        return orderLife;
    }

    @Override
    public String place(Placing placing) {
        var body = new OrderBody(
                merchant, placing.number(), placing.fen(), Trade.CURRENCY, addresses.callbacks(), placing.expiresAt());
        return read(done(line.ask("POST", "/orders", json.writeValueAsBytes(body))), PayPage.class)
                .payUrl();
    }

    @Override
    public Optional<Trade> find(String number) {
        return found(line.ask("GET", "/orders/" + number, new byte[0])).map(answer -> read(answer, Trade.class));
    }

    @Override
    public boolean close(String number) {
        var answer = line.ask("POST", "/orders/" + number + "/closing", new byte[0]);
        if (answer.status() == 409) return false;
        found(answer).ifPresent(HttpProvider::done);
        return true;
    }

    @Override
    public Returned refund(Returning returning) {
        var body = new RefundBody(merchant, returning.number(), returning.order(), returning.trade(), returning.fen());
        return returned(done(line.ask("POST", "/refunds", json.writeValueAsBytes(body))));
    }

    @Override
    public Optional<Returned> findRefund(String number) {
        return found(line.ask("GET", "/refunds/" + number, new byte[0])).map(this::returned);
    }

    @Override
    public Optional<String> dailyBill(LocalDate day) {
        return found(line.ask("GET", "/bills/" + day, new byte[0])).map(answer -> new String(answer.body(), UTF_8));
    }

    private Returned returned(Answer answer) {
        var said = read(answer, Said.class);
        return new Returned(said.state(), said.at());
    }

    private static Optional<Answer> found(Answer answer) {
        return answer.status() == 404 ? Optional.empty() : Optional.of(done(answer));
    }

    private static Answer done(Answer answer) {
        if (answer.status() >= 300)
            throw new ProviderRefusedException(answer.status() + " " + new String(answer.body(), UTF_8));
        return answer;
    }

    private <T> T read(Answer answer, Class<T> type) {
        try {
            return json.readValue(answer.body(), type);
        } catch (JacksonException e) {
            throw new ProviderSilentException("Its answer makes no sense: " + e.getOriginalMessage());
        }
    }
}
