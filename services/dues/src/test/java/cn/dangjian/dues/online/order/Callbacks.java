package cn.dangjian.dues.online.order;

import cn.dangjian.dues.RunningDues;
import cn.dangjian.dues.SandboxKeys;
import cn.dangjian.dues.online.provider.Signatures;
import cn.dangjian.dues.online.provider.Signatures.Seal;
import cn.dangjian.dues.online.provider.Trade;
import cn.dangjian.platform.web.problem.ProblemException;
import cn.dangjian.testkit.Province;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Orders that are open at the provider, and what it tells of them. */
abstract class Callbacks extends RunningDues {

    static final AtomicLong MEMBERS = new AtomicLong(7_000_000);
    static final PrivateKey PROVIDER = Signatures.privateKey(SandboxKeys.providerKey());

    @Autowired
    TakeCallback takeCallback;

    @Autowired
    JdbcTemplate template;

    @Autowired
    JsonMapper json;

    record Told(String id, String kind, Trade trade) {}

    /** An order that is open at the provider, of somebody who is nobody else's. */
    Trade order(long fen) {
        long member = MEMBERS.incrementAndGet();
        String number = UUID.randomUUID().toString().replace("-", "");
        template.update("""
            insert into pay_order (number, member_id, unit_id, fen, merchant, state, is_open, expires_at, asks, next_ask_at,
                                   subject, created_at, version)
            values (?, ?, ?, ?, 'test-merchant', 'PAYING', 1, '2099-01-01', 0, '2099-01-01', 'account:1',
                    utc_timestamp(6), 1)\
            """, number, member, Province.VILLAGES.get((int) (member % Province.VILLAGES.size())), fen);
        return new Trade(
                number,
                "t" + number,
                "test-merchant",
                Trade.State.SUCCESS,
                fen,
                "CNY",
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    byte[] paid(Trade trade) {
        return json.writeValueAsBytes(new Told(UUID.randomUUID().toString(), TakeCallback.PAID, trade));
    }

    static Seal signed(byte[] body) {
        return Signatures.sign(PROVIDER, Signatures.CALLBACK, body, Instant.now());
    }

    @Nullable
    String refused(Seal seal, byte[] body) {
        try {
            takeCallback.take(seal, body);
            return null;
        } catch (ProblemException e) {
            return e.code();
        }
    }

    int postings(Trade trade) {
        return template.queryForObject(
                "select count(*) from posting p join pay_order o on p.cause = concat('online:', o.id) where o.number ="
                        + " ?",
                Integer.class,
                trade.number());
    }

    String state(Trade trade) {
        return template.queryForObject("select state from pay_order where number = ?", String.class, trade.number());
    }
}
