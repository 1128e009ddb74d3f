package cn.dangjian.assessment.appraise.sheet;

import cn.dangjian.assessment.appraise.campaign.Plan.Voters;
import cn.dangjian.assessment.appraise.campaign.Viewer;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code sheet}: rows are added and never changed, so that nobody waits for anybody but himself. */
@Repository
public class SheetTable {

    private static final String NEWEST =
            "s.version = (select max(n.version) from sheet n where n.appraised_id = s.appraised_id and n.account ="
                    + " s.account)";

    /** Whether who may give a sheet still holds the post. */
    private static final String HELD = """
        exists (select 1 from roster r
                 where r.post = b.post and r.account = b.account and r.unit_id = b.unit_id and r.active) held\
        """;

    private static final String OWN = """
        select a.id appraised, a.unit_id unit, o.name, b.role_code role, p.voters, %s, coalesce(s.version, 0) version,
               s.points, s.marks, s.comment
          from ballot b
          join appraised a on a.id = b.appraised_id
          join unit o on o.id = a.unit_id
          join appraisal_role p on p.appraisal_id = b.appraisal_id and p.code = b.role_code
          left join sheet s on s.appraised_id = b.appraised_id and s.account = b.account and %s\
        """.formatted(HELD, NEWEST);

    /** Whether his people were at the object when it was observed (现场观摩). */
    private static final String ON_SITE = """
        exists (select 1 from observation n join observer w on w.observation_id = n.id
                 where n.appraised_id = b.appraised_id and n.withdrawn_at is null and w.unit_id = b.unit_id) on_site\
        """;

    private final Rows rows;

    SheetTable(Rows rows) {
        this.rows = rows;
    }

    /** That somebody may give a sheet, and whether he still holds the post. */
    record Ballot(long appraisedId, long account, long unit, String role, boolean held) {}

    /** What a voter may give sheets of; {@code version} 0 while he has given none. */
    record Own(
            long appraised,
            long unit,
            String name,
            String role,
            Voters voters,
            boolean held,
            int version,
            @Nullable Integer points,
            @Nullable String marks,
            @Nullable String comment) {}

    /**
     * A sheet that the owner reads.
     *
     * @param held whether the voter still has the post from which he has given it
     * @param onSite whether his people were there when the object was observed
     */
    record Named(
            long account,
            long unit,
            String unitName,
            String role,
            boolean held,
            boolean onSite,
            int version,
            int points,
            @Nullable String marks,
            @Nullable String comment,
            LocalDateTime at) {}

    /** What counts: without whose it is. */
    public record Counted(
            long appraised,
            String role,
            int points,
            @Nullable String marks) {

        /** Hundredths by criterion; none of a sheet with one number. */
        public Map<String, Integer> criteria() {
            return Criteria.read(marks);
        }
    }

    /** How many may give a sheet of an object in a role, have given one, and can give none any more. */
    public record Turnout(long appraised, String role, int entitled, int given, int lost) {}

    /** His own, held until the transaction ends: two sheets of one voter come one after the other. */
    @Unscoped("of the caller's own account")
    Optional<Ballot> findBallot(long appraised, Viewer viewer) {
        return rows.unscoped("""
            select b.appraised_id, b.account, b.unit_id unit, b.role_code role, %s from ballot b
             where b.appraised_id = :appraised and b.account = :account and b.unit_id = :own for update\
            """.formatted(HELD))
                .with("appraised", appraised)
                .with(viewer)
                .find(Ballot.class);
    }

    @Unscoped("of the caller's own account")
    Optional<Sheet> findNewest(long appraised, long account) {
        return rows.unscoped("""
            select appraised_id, account, version, points, marks, comment from sheet
             where appraised_id = :appraised and account = :account order by version desc limit 1\
            """)
                .with("appraised", appraised)
                .with("account", account)
                .find(Sheet.class);
    }

    void insert(Sheet sheet, Instant at) {
        rows.sql("""
            insert into sheet (appraised_id, account, version, points, marks, comment, at)
            values (:appraisedId, :account, :version, :points, :marks, :comment, :at)\
            """).with(sheet).with("at", at).update();
    }

    @Unscoped("of the caller's own account")
    Optional<Own> findOwn(long appraised, Viewer viewer) {
        return rows.unscoped(OWN + " where b.appraised_id = :appraised and b.account = :account and b.unit_id = :own")
                .with("appraised", appraised)
                .with(viewer)
                .find(Own.class);
    }

    /** In the order of the tree. */
    @Unscoped("of the caller's own account")
    List<Own> listOwn(long campaign, Viewer viewer) {
        return rows.unscoped(OWN
                        + " where b.appraisal_id = :campaign and b.account = :account and b.unit_id = :own"
                        + " order by o.path")
                .with("campaign", campaign)
                .with(viewer)
                .list(Own.class);
    }

    /** By role and unit; from below there are none. */
    @Unscoped("of an object that was found in the caller's scope, for its owner")
    List<Named> listNamed(long appraised) {
        return rows.unscoped("""
            select s.account, b.unit_id unit, v.name unit_name, b.role_code role, %s, %s, s.version, s.points,
                   s.marks, s.comment, s.at
              from sheet s
              join ballot b on b.appraised_id = s.appraised_id and b.account = s.account
              join appraisal_role p on p.appraisal_id = b.appraisal_id and p.code = b.role_code and p.voters <> 'BELOW'
              join unit v on v.id = b.unit_id
             where s.appraised_id = :appraised and %s order by p.place, v.path, s.account\
            """.formatted(HELD, ON_SITE, NEWEST))
                .with("appraised", appraised)
                .list(Named.class);
    }

    /** All that counts of a campaign, the fewest points first. */
    @Unscoped("adds up; nobody sees the rows")
    public List<Counted> listCounted(long campaign) {
        return rows.unscoped("""
            select s.appraised_id appraised, b.role_code role, s.points, s.marks
              from ballot b join sheet s on s.appraised_id = b.appraised_id and s.account = b.account
             where b.appraisal_id = :campaign and %s order by s.points, s.account\
            """.formatted(NEWEST)).with("campaign", campaign).list(Counted.class);
    }

    /** How many named sheets of an object in a role are from those who were there when it was observed; none is left out. */
    public record OnSite(long appraised, String role, int sheets) {}

    @Unscoped("of a campaign that was found in the caller's scope")
    public List<OnSite> listOnSite(long campaign) {
        return rows.unscoped("""
            select b.appraised_id appraised, b.role_code role, count(distinct b.account) sheets
              from observation n
              join appraised a on a.id = n.appraised_id and a.appraisal_id = :campaign
              join observer w on w.observation_id = n.id
              join ballot b on b.appraised_id = n.appraised_id and b.unit_id = w.unit_id
              join appraisal_role p on p.appraisal_id = b.appraisal_id and p.code = b.role_code and p.voters <> 'BELOW'
              join sheet s on s.appraised_id = b.appraised_id and s.account = b.account and s.version = 1
             where n.withdrawn_at is null group by b.appraised_id, b.role_code\
            """).with("campaign", campaign).list(OnSite.class);
    }

    @Unscoped("of a campaign that was found in the caller's scope")
    public List<Turnout> listTurnout(long campaign) {
        return rows.unscoped("""
            select b.appraised_id appraised, b.role_code role, count(*) entitled,
                   coalesce(sum(s.account is not null), 0) given,
                   coalesce(sum(s.account is null and (r.post is null or not r.active or r.account <> b.account
                                                       or r.unit_id <> b.unit_id)), 0) lost
              from ballot b
              left join sheet s on s.appraised_id = b.appraised_id and s.account = b.account and s.version = 1
              left join roster r on r.post = b.post
             where b.appraisal_id = :campaign group by b.appraised_id, b.role_code\
            """).with("campaign", campaign).list(Turnout.class);
    }
}
