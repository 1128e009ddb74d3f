package cn.dangjian.assessment.appraise.campaign;

import cn.dangjian.assessment.appraise.campaign.Plan.Criterion;
import cn.dangjian.assessment.appraise.campaign.Plan.Post;
import cn.dangjian.assessment.appraise.campaign.Plan.Role;
import cn.dangjian.assessment.appraise.campaign.Plan.Voters;
import cn.dangjian.assessment.points.Points;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables {@code appraisal_role}, {@code appraisal_post} and {@code appraisal_criterion}; from the draft on they stay. */
@Repository
@Unscoped("the campaign was found before")
public class PlanTable {

    private final Rows rows;

    PlanTable(Rows rows) {
        this.rows = rows;
    }

    private record RoleRow(
            String code,
            int place,
            String name,
            Voters voters,
            @Nullable Tier tier,
            String duty,
            int weight,
            int quorum,
            boolean needed) {

        Role role(List<PostRow> posts) {
            var own = posts.stream()
                    .filter(post -> post.role().equals(code))
                    .map(post -> new Post(post.unit(), post.duty()))
                    .toList();
            return new Role(code, name, voters, tier, duty, own.isEmpty() ? null : own, weight, quorum, needed);
        }
    }

    private record PostRow(String role, long unit, String duty) {}

    private record CriterionRow(String code, int place, String name, int most) {}

    /** In the order of the plan. */
    public List<Role> listRoles(long campaign) {
        var posts = rows.unscoped("""
            select role_code role, unit_id unit, duty from appraisal_post where appraisal_id = :campaign
             order by role_code, unit_id, duty\
            """).with("campaign", campaign).list(PostRow.class);
        return rows.unscoped("""
            select code, place, name, voters, tier, duty, weight, quorum, needed from appraisal_role
             where appraisal_id = :campaign order by place\
            """).with("campaign", campaign).list(RoleRow.class).stream()
                .map(role -> role.role(posts))
                .toList();
    }

    /** None if a sheet has one number. */
    public List<Criterion> listCriteria(long campaign) {
        return rows.unscoped("""
            select code, place, name, most from appraisal_criterion where appraisal_id = :campaign order by place\
            """).with("campaign", campaign).list(CriterionRow.class).stream()
                .map(row -> new Criterion(row.code(), row.name(), new Points(row.most())))
                .toList();
    }

    /** What a draft says instead of what it said. */
    void replace(long campaign, Plan plan) {
        for (String table : List.of("appraisal_role", "appraisal_post", "appraisal_criterion")) clear(table, campaign);
        var roles = new ArrayList<RoleRow>();
        var posts = new ArrayList<PostRow>();
        for (var role : plan.roles()) {
            roles.add(new RoleRow(
                    role.code(),
                    roles.size(),
                    role.name(),
                    role.voters(),
                    role.tier(),
                    role.duty(),
                    role.weight(),
                    role.quorum(),
                    role.needed()));
            for (var post : Objects.requireNonNullElse(role.posts(), List.<Post>of()))
                posts.add(new PostRow(role.code(), post.unit(), post.duty()));
        }
        rows.sql("""
            insert into appraisal_role (appraisal_id, code, place, name, voters, tier, duty, weight, quorum, needed)
            values (:campaign, :code, :place, :name, :voters, :tier, :duty, :weight, :quorum, :needed)\
            """).with("campaign", campaign).each(roles);
        rows.sql("""
            insert into appraisal_post (appraisal_id, role_code, unit_id, duty) values (:campaign, :role, :unit, :duty)\
            """).with("campaign", campaign).each(posts.stream().distinct().toList());
        var criteria = new ArrayList<CriterionRow>();
        for (var one : plan.listed())
            criteria.add(new CriterionRow(
                    one.code(), criteria.size(), one.name(), one.most().hundredths()));
        rows.sql("""
            insert into appraisal_criterion (appraisal_id, code, place, name, most)
            values (:campaign, :code, :place, :name, :most)\
            """).with("campaign", campaign).each(criteria);
    }

    private void clear(String table, long campaign) {
        rows.sql("delete from " + table + " where appraisal_id = :campaign")
                .with("campaign", campaign)
                .update();
    }
}
