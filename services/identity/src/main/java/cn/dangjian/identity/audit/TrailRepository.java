package cn.dangjian.identity.audit;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code audit_entry}, {@code audit_chain} and {@code audit_seal}: rows are added, never changed. */
@Repository
class TrailRepository {

    private static final String ENTRY = """
        select chain, seq, at, service, source, kind, act, account, post, mandate, thing, thing_id, purpose, key_name,
               mac
          from audit_entry
        """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    TrailRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The head of a chain, which nobody else can move until this transaction ends. */
    Chain lock(Chain first) {
        jdbc.sql("""
            insert into audit_chain (chain, seq, mac, key_name, seal) values (:chain, :seq, :mac, :key, :seal)
            on duplicate key update chain = chain\
            """)
                .param("chain", first.chain())
                .param("seq", first.seq())
                .param("mac", first.mac())
                .param("key", first.keyName())
                .param("seal", first.seal())
                .update();
        return jdbc.sql("select chain, seq, mac, key_name, seal from audit_chain where chain = :chain for update")
                .param("chain", first.chain())
                .query(Records.of(Chain.class))
                .single();
    }

    void move(Chain head) {
        jdbc.sql("update audit_chain set seq = :seq, mac = :mac, key_name = :key, seal = :seal where chain = :chain")
                .param("seq", head.seq())
                .param("mac", head.mac())
                .param("key", head.keyName())
                .param("seal", head.seal())
                .param("chain", head.chain())
                .update();
    }

    void insert(List<Entry> entries) {
        batches.batchUpdate(
                """
                insert into audit_entry (chain, seq, at, service, source, kind, act, account, post, mandate, thing,
                                         thing_id, purpose, key_name, mac)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                entries.stream()
                        .map(entry -> new Object[] {
                            entry.chain(),
                            entry.seq(),
                            entry.at(),
                            entry.service(),
                            entry.source(),
                            entry.kind(),
                            entry.act(),
                            entry.account(),
                            entry.post(),
                            entry.mandate(),
                            entry.thing(),
                            entry.thingId(),
                            entry.purpose(),
                            entry.keyName(),
                            entry.mac()
                        })
                        .toList());
    }

    void insert(Seal seal) {
        jdbc.sql("insert into audit_seal (seal, at, heads, key_name, mac) values (:seal, :at, :heads, :key, :mac)")
                .param("seal", seal.seal())
                .param("at", seal.at())
                .param("heads", seal.heads())
                .param("key", seal.keyName())
                .param("mac", seal.mac())
                .update();
    }

    /** Which of these a service has told before. */
    @Unscoped("the trail is the administrator's to check, and holds no value")
    List<String> listKnown(String service, Collection<String> sources) {
        return jdbc.sql("select source from audit_entry where service = :service and source in (:sources)")
                .param("service", service)
                .param("sources", sources)
                .query(String.class)
                .list();
    }

    /** The heads of all chains of entries. */
    @Unscoped("the trail is the administrator's to check, and holds no value")
    List<Chain> listHeads() {
        return jdbc.sql("select chain, seq, mac, key_name, seal from audit_chain where chain >= 0 order by chain")
                .query(Records.of(Chain.class))
                .list();
    }

    @Unscoped("the trail is the administrator's to check, and holds no value")
    Optional<Chain> findHead(int chain) {
        return jdbc.sql("select chain, seq, mac, key_name, seal from audit_chain where chain = :chain")
                .param("chain", chain)
                .query(Records.of(Chain.class))
                .optional();
    }

    /** Every chain of which there is a head or a row. */
    @Unscoped("the trail is the administrator's to check, and holds no value")
    List<Integer> listChains() {
        return jdbc.sql("""
            select chain from audit_chain where chain <> :seals union select distinct chain from audit_entry
             order by chain\
            """).param("seals", Chain.SEALS).query(Integer.class).list();
    }

    @Unscoped("the trail is the administrator's to check, and holds no value")
    List<Entry> listEntries(int chain, long after, int limit) {
        return jdbc.sql(ENTRY + "where chain = :chain and seq > :after order by seq limit :limit")
                .param("chain", chain)
                .param("after", after)
                .param("limit", limit)
                .query(Records.of(Entry.class))
                .list();
    }

    @Unscoped("the trail is the administrator's to check, and holds no value")
    List<Seal> listSeals(long after, int limit) {
        return jdbc.sql("""
            select seal, at, heads, key_name, mac from audit_seal where seal > :after order by seal limit :limit\
            """)
                .param("after", after)
                .param("limit", limit)
                .query(Records.of(Seal.class))
                .list();
    }

    @Unscoped("the trail is the administrator's to check, and holds no value")
    Optional<Seal> findSeal(long seal) {
        return jdbc.sql("select seal, at, heads, key_name, mac from audit_seal where seal = :seal")
                .param("seal", seal)
                .query(Records.of(Seal.class))
                .optional();
    }

    @Unscoped("the trail is the administrator's to check, and holds no value")
    Optional<String> findMac(int chain, long seq) {
        return jdbc.sql("select mac from audit_entry where chain = :chain and seq = :seq")
                .param("chain", chain)
                .param("seq", seq)
                .query(String.class)
                .optional();
    }
}
