package cn.dangjian.assessment.appraise.campaign;

import cn.dangjian.assessment.appraise.campaign.Plan.Role;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import org.springframework.stereotype.Repository;

/** Table {@code ballot}: written once, when a vote opens. */
@Repository
class BallotTable {

    private static final String INSERT = """
        insert ignore into ballot (appraised_id, account, appraisal_id, role_code, post, unit_id)
        select a.id, r.account, a.appraisal_id, :role, r.post, r.unit_id\
        """;

    /** Whoever holds a post at the object, too, appraises it from nowhere. */
    private static final String NOT_ITS_OWN = """

         and not exists (select 1 from roster x where x.unit_id = a.unit_id and x.account = r.account and x.active)
         order by a.id, r.post\
        """;

    private final Rows rows;

    BallotTable(Rows rows) {
        this.rows = rows;
    }

    /** Those who hold the posts of a role now; whoever has a role already keeps that one. */
    void fix(long campaign, Role role) {
        rows.sql(INSERT + from(role) + NOT_ITS_OWN)
                .with("campaign", campaign)
                .with("role", role.code())
                .with("duty", role.duty())
                .with("tier", role.tier())
                .update();
    }

    private static String from(Role role) {
        return switch (role.voters()) {
            case NAMED -> """
                  from appraisal_post p
                  join roster r on r.unit_id = p.unit_id and r.duty = p.duty and r.active
                  join appraised a on a.appraisal_id = p.appraisal_id and a.ended_on is null
                 where p.appraisal_id = :campaign and p.role_code = :role\
                """;
            case PEERS -> """
                  from appraised me
                  join roster r on r.unit_id = me.unit_id and r.duty = :duty and r.active
                  join appraised a on a.appraisal_id = me.appraisal_id and a.ended_on is null and a.id <> me.id
                 where me.appraisal_id = :campaign and me.ended_on is null\
                """;
            case BELOW -> """
                  from appraised a
                  join unit o on o.id = a.unit_id
                  join unit v on v.path between o.path and concat(o.path, '~') and v.tier = :tier and v.id <> o.id
                       and v.valid_to is null
                  join roster r on r.unit_id = v.id and r.duty = :duty and r.active
                 where a.appraisal_id = :campaign and a.ended_on is null\
                """;
        };
    }

    @Unscoped("of a campaign that the caller holds")
    boolean isEmpty(long campaign, String role) {
        return !rows.unscoped("select 1 from ballot where appraisal_id = :campaign and role_code = :role limit 1")
                .with("campaign", campaign)
                .with("role", role)
                .exists();
    }
}
