package cn.dangjian.assessment.appraise.campaign;

import cn.dangjian.assessment.appraise.campaign.Campaign.State;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables {@code appraisal} and {@code appraised}; other rooms ask here which campaign and which object it is. */
@Repository
public class CampaignTable {

    private static final String CAMPAIGN = """
        select p.id, f.unit_id unit, u.name unit_name, u.path, f.state, p.year, p.objects, p.title, p.mode, p.reports_from,
               p.reports_until, p.vote_from, p.vote_until, p.cut, p.below_least, p.good_most, f.version
          from appraisal p join case_file f on f.kind = 'appraisals' and f.id = p.id join unit u on u.id = f.unit_id\
        """;

    private static final String APPRAISED = """
        select a.id, a.appraisal_id campaign, a.unit_id unit, o.name unit_name, o.path, a.mode, a.from_unit, a.ended_on,
               a.document
          from appraised a join unit o on o.id = a.unit_id\
        """;

    private final Rows rows;

    CampaignTable(Rows rows) {
        this.rows = rows;
    }

    /** An object to store. */
    record Listed(long unit, Plan.Mode mode) {}

    /** An object that nobody has finished yet, of a unit that has ended. */
    record Left(long id, long campaign) {}

    /** One of a unit within the scope, or one that the viewer takes part in, and that is no draft any more. */
    public Optional<Campaign> find(long id, Scope scope, Viewer viewer) {
        return rows.sql(CAMPAIGN + """
             where p.id = :id and ({scope u} or (f.state <> 'DRAFTED'
               and (exists (select 1 from appraised a where a.appraisal_id = p.id and a.unit_id = :own)
                 or exists (select 1 from ballot b
                             where b.appraisal_id = p.id and b.account = :account and b.unit_id = :own))))\
            """).in(scope).with(viewer).with("id", id).find(Campaign.class);
    }

    /** The same, the newest first. */
    List<Campaign> list(Slice slice, Scope scope, Viewer viewer) {
        return rows.sql(CAMPAIGN + """
             where p.id < :before and ({scope u} or (f.state <> 'DRAFTED'
               and (exists (select 1 from appraised a where a.appraisal_id = p.id and a.unit_id = :own)
                 or exists (select 1 from ballot b
                             where b.appraisal_id = p.id and b.account = :account and b.unit_id = :own))))
             order by p.id desc limit :rows\
            """).in(scope).newest(slice).with(viewer).list(Campaign.class);
    }

    @Unscoped("of an object or a case that was found before")
    public Campaign get(long id) {
        return rows.unscoped(CAMPAIGN + " where p.id = :id").with("id", id).get(Campaign.class);
    }

    /** An object of a campaign that the viewer sees: his own, one that he may give a sheet of, or one of his scope. */
    public Optional<Appraised> findAppraised(long id, Scope scope, Viewer viewer) {
        return rows.sql(APPRAISED + """
             join case_file f on f.kind = 'appraisals' and f.id = a.appraisal_id join unit u on u.id = f.unit_id
             where a.id = :id and ({scope u} or (f.state <> 'DRAFTED'
               and (a.unit_id = :own
                 or exists (select 1 from ballot b
                             where b.appraised_id = a.id and b.account = :account and b.unit_id = :own))))\
            """).in(scope).with(viewer).with("id", id).find(Appraised.class);
    }

    @Unscoped("of an object that was found before")
    public Appraised getAppraised(long id) {
        return rows.unscoped(APPRAISED + " where a.id = :id").with("id", id).get(Appraised.class);
    }

    /** In the order of the tree. */
    @Unscoped("of a campaign that was found in the caller's scope")
    public List<Appraised> listAppraised(long campaign) {
        return rows.unscoped(APPRAISED + " where a.appraisal_id = :campaign order by o.path")
                .with("campaign", campaign)
                .list(Appraised.class);
    }

    /** What the same owner has had the same unit say in an earlier year. */
    @Unscoped("of an object that was found in the caller's scope")
    public Optional<Appraised> findBefore(Campaign campaign, Appraised appraised) {
        return rows.unscoped(APPRAISED + """
             join appraisal p on p.id = a.appraisal_id
             where a.unit_id in (:units) and p.unit_id = :owner and p.objects = :objects and p.year < :year
             order by p.year desc, a.unit_id = :own desc limit 1\
            """)
                .with("own", appraised.unit())
                .with(
                        "units",
                        appraised.fromUnit() == null
                                ? List.of(appraised.unit())
                                : List.of(appraised.unit(), appraised.fromUnit()))
                .with("owner", campaign.unit())
                .with("objects", campaign.objects())
                .with("year", campaign.year())
                .find(Appraised.class);
    }

    /** Nobody takes the campaign a step further until the transaction ends; any number may hold it so at once. */
    @Unscoped("of an object that was found in the caller's scope")
    public State shareState(long campaign) {
        return State.valueOf(rows.unscoped("""
            select state from case_file where kind = 'appraisals' and id = :campaign lock in share mode\
            """).with("campaign", campaign).get(String.class));
    }

    /** The owner's campaign of these objects in a year. */
    @Unscoped("of the caller's own unit")
    Optional<Long> findId(Unit owner, int year, ObjectSet objects) {
        return rows.unscoped("select id from appraisal where unit_id = :owner and year = :year and objects = :objects")
                .with("owner", owner.id())
                .with("year", year)
                .with("objects", objects)
                .find(Long.class);
    }

    /** Those directly below the owner on their tier that are there, in the order of the tree. */
    List<Unit> listBelow(ObjectSet objects, Collection<Long> parents, Scope scope) {
        return rows.sql("""
            select u.* from unit u
             where {scope u} and u.parent_id in (:parents) and u.tier = :tier and u.valid_to is null
             order by u.path\
            """).in(scope).with("parents", parents).with("tier", objects.tier()).list(Unit.class).stream()
                .filter(unit -> !unit.isHeading() && objects.holds(unit))
                .toList();
    }

    void insert(long id, Plan plan, Desk desk) {
        rows.sql("""
            insert into appraisal (id, unit_id, year, objects, title, mode, reports_from, reports_until, vote_from,
                                   vote_until, cut, below_least, good_most)
            values (:id, :unit, :year, :objects, :title, :mode, :reportsFrom, :reportsUntil, :voteFrom, :voteUntil, :cut,
                    :belowLeast, :goodMost)\
            """).with(plan).with("id", id).with("unit", desk.unit().id()).update();
    }

    void update(long id, Plan plan) {
        rows.sql("""
            update appraisal set year = :year, objects = :objects, title = :title, mode = :mode,
                   reports_from = :reportsFrom, reports_until = :reportsUntil, vote_from = :voteFrom,
                   vote_until = :voteUntil, cut = :cut, below_least = :belowLeast, good_most = :goodMost
             where id = :id\
            """).with(plan).with("id", id).updateOne("Appraisal " + id);
    }

    void extend(long id, LocalDate reportsUntil, LocalDate voteUntil) {
        rows.sql("""
            update appraisal set reports_until = :reportsUntil, vote_from = greatest(vote_from, :reportsUntil),
                   vote_until = :voteUntil
             where id = :id\
            """)
                .with("id", id)
                .with("reportsUntil", reportsUntil)
                .with("voteUntil", voteUntil)
                .updateOne("Appraisal " + id);
    }

    void replace(long campaign, List<Listed> objects) {
        rows.sql("delete from appraised where appraisal_id = :campaign")
                .with("campaign", campaign)
                .update();
        rows.sql("insert into appraised (appraisal_id, unit_id, mode) values (:campaign, :unit, :mode)")
                .with("campaign", campaign)
                .each(objects);
    }

    /** What a unit has not finished. */
    @Unscoped("the tree was changed; nobody sees the rows")
    List<Left> listLeft(long unit) {
        return rows.unscoped("""
            select a.id, a.appraisal_id campaign
              from appraised a join case_file f on f.kind = 'appraisals' and f.id = a.appraisal_id
             where a.unit_id = :unit and a.ended_on is null and f.state in ('DRAFTED', 'REPORTING') order by a.id\
            """).with("unit", unit).list(Left.class);
    }

    /** Whether a unit can go on for one that has ended: it stands below the owner, and does not debrief itself. */
    @Unscoped("the tree was changed; nobody sees the rows")
    boolean isTaker(long campaign, long heir) {
        return rows.unscoped("""
            select 1 from appraisal p join unit o on o.id = p.unit_id join unit h on h.id = :heir
             where p.id = :campaign and h.valid_to is null and h.path between o.path and concat(o.path, '~')
               and h.id <> o.id
               and not exists (select 1 from appraised a where a.appraisal_id = p.id and a.unit_id = :heir)\
            """).with("campaign", campaign).with("heir", heir).exists();
    }

    void pass(long id, long heir, @Nullable String document) {
        rows.sql("update appraised set from_unit = unit_id, unit_id = :heir, document = :document where id = :id")
                .with("id", id)
                .with("heir", heir)
                .with("document", document)
                .update();
    }

    void end(long id, LocalDate day, @Nullable String document) {
        rows.sql("update appraised set ended_on = :day, document = :document where id = :id")
                .with("id", id)
                .with("day", day)
                .with("document", document)
                .update();
    }
}
