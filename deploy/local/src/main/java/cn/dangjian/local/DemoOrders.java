package cn.dangjian.local;

import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** 示范线上缴费: orders of the member whose account is shown, in every state, and the reconciliation of their day. */
final class DemoOrders {

    private final Gateway gateway;
    private final String member;
    private final String village;
    private final String county;

    DemoOrders(Gateway gateway, String member, String village, String county) {
        this.gateway = gateway;
        this.member = member;
        this.village = village;
        this.county = county;
    }

    /** Each for an amount of its own, so that the sandbox misbehaves at that one only. */
    void load(LocalDate today) {
        long paid = paid("1.01", "TWICE");
        await(paid, "PAID");
        long returned = paid("1.02", "GOOD");
        await(returned, "PAID");
        refund(returned);
        await(returned, "REFUNDED");
        mood("1.03", "REFUND_SILENT");
        long returning = paid("1.03", "GOOD");
        await(returning, "PAID");
        refund(returning);
        long closed = order("1.04");
        await(closed, "PAYING");
        gateway.post("/dues/v1/me/orders/" + closed + "/closing", member, Map.of());
        await(closed, "CLOSED");
        mood("1.05", "ORDER_REFUSED");
        await(order("1.05"), "FAILED");
        long late = paid("1.06", "NEVER");
        gateway.post("/dues/v1/statements?day=" + today, county, Map.of());
        DemoProvince.await("the provider's list of today", () -> gateway.get("/dues/v1/statements?day=" + today, county)
                .path("fetched")
                .asBoolean());
        await(late, "PAID");
        order("1.07");
    }

    private long order(String amount) {
        return gateway.post("/dues/v1/me/orders", member, Map.of("amount", amount))
                .path("id")
                .asLong();
    }

    private long paid(String amount, String mood) {
        long order = order(amount);
        String page = await(order, "PAYING").path("payUrl").asString();
        gateway.post(page + "/payment?mood=" + mood, member, Map.of());
        return order;
    }

    private void refund(long order) {
        gateway.post("/dues/v1/orders/" + order + "/refund", village, Map.of("reason", "虚构：多交"));
    }

    private void mood(String amount, String mood) {
        gateway.post("/dues/v1/sandbox/pages/moods", member, Map.of("amount", amount, "mood", mood));
    }

    private JsonNode await(long order, String state) {
        String path = "/dues/v1/me/orders/" + order;
        DemoProvince.await(
                "order " + order + " to be " + state,
                () -> gateway.get(path, member).path("state").asString().equals(state));
        return gateway.get(path, member);
    }
}
