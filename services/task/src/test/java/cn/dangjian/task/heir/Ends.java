package cn.dangjian.task.heir;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.UnitObserver;
import cn.dangjian.platform.directory.heir.HeirListener;
import cn.dangjian.platform.directory.heir.HeirListener.Ending;
import cn.dangjian.platform.directory.heir.HeirListener.MembersTo;
import cn.dangjian.platform.directory.heir.HeirListener.UnitChanged;
import cn.dangjian.platform.directory.heir.Latecomers;
import cn.dangjian.platform.events.Event;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Villages of a test alone, what they have to do, and that they end: heard by the room, and by the directory, when the test says so. */
class Ends {

    static final String DOCUMENT = "虚组〔2026〕9号";
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static final AtomicLong NEXT = new AtomicLong(8_100_000);

    private final Api api;
    private final Tokens tokens;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final HeirListener listener;
    private final Latecomers latecomers;

    Ends(
            Api api,
            Tokens tokens,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            HeirListener listener,
            Latecomers latecomers) {
        this.api = api;
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.listener = listener;
        this.latecomers = latecomers;
    }

    /** A village that nobody else knows, below a township. */
    long village(long township) {
        long id = NEXT.getAndIncrement();
        jdbc.sql("""
            insert into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
            values (:id, :township, :code, :name, 'VILLAGE', 'VILLAGE_ORGANIZATION', 'RURAL', :path, 1, '2022-01-01')\
            """)
                .param("id", id)
                .param("township", township)
                .param("code", Province.code(id))
                .param("name", Province.name(id))
                .param("path", path(id, township))
                .update();
        return id;
    }

    private static String path(long id, long township) {
        return Province.path(township) + Province.segment(id);
    }

    /** A dispatch of the province to these villages. */
    long dispatch(Long... villages) {
        var answer = order(villages);
        if (answer.status() != 201) throw new AssertionError(answer.toString());
        return answer.json().path("id").asLong();
    }

    Api.Answer order(Long... villages) {
        var body = Map.of(
                "title",
                "核实村级活动场所",
                "text",
                "请核实并上报。",
                "goal",
                "全部核实",
                "deadline",
                Instant.now().plus(9, ChronoUnit.DAYS).toString(),
                "target",
                Map.of("units", List.of(villages)));
        return api.post("/v1/dispatches", body)
                .as(tokens.at(Province.PROVINCE))
                .key()
                .send();
    }

    /** What the room hears of it. */
    static Event<UnitChanged> ended(long unit, @Nullable Long heir) {
        return ended(unit, heir, 2);
    }

    static Event<UnitChanged> ended(long unit, @Nullable Long heir, long version) {
        return new Event<>(
                UUID.randomUUID(),
                "organization.unit-changed.v1",
                "unit:" + unit,
                version,
                Instant.now(),
                "account:7",
                new UnitChanged(
                        unit, TODAY, heir == null ? null : new MembersTo(heir, DOCUMENT), new Ending(DOCUMENT)));
    }

    void hear(List<Event<UnitChanged>> events) {
        transaction.executeWithoutResult(status -> listener.on(events));
    }

    void merged(long unit, long heir) {
        hear(List.of(ended(unit, heir)));
        directoryHears(unit);
    }

    void abolished(long unit) {
        hear(List.of(ended(unit, null)));
        directoryHears(unit);
    }

    /** The directory says that it has ended. */
    void directoryHears(long unit) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update unit set valid_to = :day, version = 2 where id = :unit")
                    .param("day", TODAY)
                    .param("unit", unit)
                    .update();
            latecomers.unitsChanged(List.of(new UnitObserver.Change(null, gone(unit))));
        });
    }

    private static Unit gone(long unit) {
        return new Unit(
                new UnitId(unit),
                null,
                Province.code(unit),
                Province.name(unit),
                Tier.VILLAGE,
                "VILLAGE_ORGANIZATION",
                "RURAL",
                path(unit, Province.TOWNSHIP),
                2,
                TODAY,
                TODAY,
                null);
    }

    /** An assignment as it stands in the table. */
    record Row(
            long id,
            long unit,
            String state,
            long version,
            @Nullable Long fromUnit,
            @Nullable Long joinedTo,
            @Nullable String document) {}

    List<Row> rows(long dispatch) {
        return jdbc.sql("""
            select id, unit_id unit, state, version, from_unit, joined_to, document from assignment
             where dispatch_id = :dispatch order by id\
            """).param("dispatch", dispatch).query(Row.class).list();
    }

    Row rowOf(long dispatch, long unit) {
        return rows(dispatch).stream()
                .filter(row -> row.unit() == unit)
                .findFirst()
                .orElseThrow();
    }

    Api.Answer sign(long assignment, long unit) {
        return api.post("/v1/assignments/" + assignment + "/signature")
                .as(tokens.at(unit))
                .send();
    }

    Api.Answer submit(long assignment, long unit) {
        return api.post("/v1/assignments/" + assignment + "/submissions", Map.of("report", "已核实"))
                .as(tokens.at(unit))
                .key()
                .send();
    }

    Api.Answer approve(long assignment, long unit) {
        return api.post("/v1/assignments/" + assignment + "/approval")
                .as(tokens.at(unit))
                .send();
    }
}
