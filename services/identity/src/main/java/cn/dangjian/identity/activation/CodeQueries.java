package cn.dangjian.identity.activation;

import cn.dangjian.identity.account.Superior;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.platform.web.caller.AccountId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code unit}, {@code post}, {@code account} and {@code member_account}: who is to get a code. */
@Repository
class CodeQueries {

    private final JdbcClient jdbc;

    CodeQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A unit's place in the tree. */
    record Place(long id, String path) {}

    /** An account at a unit. */
    record Target(AccountId account, String login, String unitCode, String unitName, String tier) {}

    /**
     * The account of a member.
     *
     * @param waits whether it is to get a code
     */
    record MemberTarget(long member, Target target, boolean waits) {}

    /**
     * The accounts of those of these members who belong to a unit in the scope. Whoever also has a post somewhere gets no
     * code here: with it somebody could take that post over.
     */
    List<MemberTarget> listMembers(List<Long> members, boolean reset, Scope scope) {
        return jdbc.sql("""
            select m.member_id, m.account_id, a.login, u.code, u.name, u.tier,
                   (a.state = 'INVITED' or (:reset and a.state = 'ACTIVE')) and not a.administrator
                   and not exists (select 1 from post p where p.account = a.id and p.live) as waits
              from member_account m join unit u on u.id = m.unit_id join account a on a.id = m.account_id
             where m.member_id in (:members) and u.path between :from and :to
             order by u.path, m.member_id\
            """)
                .param("members", members)
                .param("reset", reset)
                .param("from", scope.from())
                .param("to", scope.to())
                .query((row, number) -> new MemberTarget(
                        row.getLong("member_id"),
                        new Target(
                                new AccountId(row.getLong("account_id")),
                                row.getString("login"),
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("tier")),
                        row.getBoolean("waits")))
                .list();
    }

    /** How many of these units are in the scope, the excepted one aside. */
    long countUnits(List<Long> units, Scope scope, long except) {
        return jdbc.sql("""
            select count(*) from unit u
             where u.id in (:units) and u.path between :from and :to and u.id <> :except\
            """)
                .param("units", units)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("except", except)
                .query(Long.class)
                .single();
    }

    /** The next units behind a path, in the order of the tree, the excepted one aside; their number is the limit at most. */
    List<Place> listUnits(Selection selection, Scope scope, String behind, long except, int limit) {
        var units = selection.units();
        return jdbc.sql("""
            select id, path from unit
             where path between :from and :to and path > :behind and id <> :except
               and (:tier is null or tier = :tier) and (:every or id in (:units))
             order by path limit :limit\
            """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("behind", behind)
                .param("except", except)
                .param("tier", selection.tierName())
                .param("every", units.isEmpty())
                .param("units", units.isEmpty() ? List.of(0L) : units)
                .param("limit", limit)
                .query(Records.of(Place.class))
                .list();
    }

    /**
     * Each account once, at its first post. Whoever also acts for the superior's own unit or elsewhere is left out: with a
     * code from below somebody could take that post over.
     */
    @Unscoped("of units that were found in the scope")
    List<Target> listTargets(List<Place> units, boolean reset, Superior by) {
        return jdbc.sql("""
            select a.id as account, a.login, u.code as unit_code, u.name as unit_name, u.tier
              from unit u join post p on p.unit = u.id join account a on a.id = p.account
             where u.id in (:units) and p.active and not a.administrator
               and (a.state = 'INVITED' or (:reset and a.state = 'ACTIVE'))
               and not exists (
                 select 1 from post q left join unit v on v.id = q.unit
                  where q.account = a.id and q.live
                    and (q.unit = :own or coalesce(v.path, '') not between :from and :to
                         or (q.active and q.id < p.id)))
             order by u.path, a.id\
            """)
                .param("units", units.stream().map(Place::id).toList())
                .param("reset", reset)
                .param("own", by.ownUnitOrNone())
                .param("from", by.scope().from())
                .param("to", by.scope().to())
                .query(Records.of(Target.class))
                .list();
    }
}
