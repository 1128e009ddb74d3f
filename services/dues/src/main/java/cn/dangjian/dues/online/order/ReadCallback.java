package cn.dangjian.dues.online.order;

import static cn.dangjian.dues.online.order.CallbackRefusal.MALFORMED;
import static cn.dangjian.dues.online.order.CallbackRefusal.NOT_SIGNED;

import cn.dangjian.dues.online.provider.CallbackSeal;
import cn.dangjian.dues.online.provider.Signatures.Seal;
import cn.dangjian.dues.online.provider.Trade;
import cn.dangjian.platform.directory.desk.Days;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the provider tells by itself, if it is the provider. */
@Component
class ReadCallback {

    private static final int LONGEST_ID = 64;

    private final CallbackSeal seals;
    private final JsonMapper json;
    private final Days days;

    ReadCallback(CallbackSeal seals, JsonMapper json, Days days) {
        this.seals = seals;
        this.json = json;
        this.days = days;
    }

    /**
     * What is told.
     *
     * @param id the provider's; the same however often it is told
     */
    record Notice(String id, String kind, Trade trade, String nonce, Instant at) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Told(
            @Nullable String id,
            @Nullable String kind,
            @Nullable Trade trade) {}

    Notice read(Seal seal, byte[] body) {
        var now = days.now();
        NOT_SIGNED.unless(seals.isRight(seal, body, now));
        try {
            var told = Optional.ofNullable(json.readValue(body, Told.class)).orElseThrow(MALFORMED);
            String id = told.id();
            String kind = told.kind();
            var trade = told.trade();
            if (id == null || id.length() > LONGEST_ID || kind == null || trade == null || !isWhole(trade))
                throw MALFORMED.get();
            return new Notice(id, kind, trade, Objects.requireNonNull(seal.nonce()), now);
        } catch (JacksonException e) {
            throw MALFORMED.get();
        }
    }

    /** What was missing in the text is null in the record, whatever the record says. */
    @SuppressWarnings("ConstantValue")
    private static boolean isWhole(Trade trade) {
        return trade.number() != null && trade.merchant() != null && trade.state() != null && trade.currency() != null;
    }
}
