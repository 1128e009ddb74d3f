package cn.dangjian.organization.people.matter;

import static cn.dangjian.organization.people.matter.MatterRefusal.NOT_HEAD;
import static cn.dangjian.organization.people.matter.MatterRefusal.UNKNOWN;
import static cn.dangjian.organization.people.matter.MatterRefusal.WRONG_YEAR;

import cn.dangjian.organization.tree.rule.Posts;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 报告: the head of a village's Party organisation or committee reports personal matters to the township. */
@Service
class ReportMatters {

    private final ReportRepository reports;
    private final Posts posts;

    ReportMatters(ReportRepository reports, Posts posts) {
        this.reports = reports;
        this.posts = posts;
    }

    record ReportRequest(
            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{0,31}") String post,
            @Min(2000) @Max(2999) int year,
            @NotBlank @Size(max = 100) @Stripped String name,
            @NotBlank @Size(max = 10_000) String content) {

        @Override
        public String toString() {
            return "ReportRequest[...]";
        }
    }

    /** The village itself hands in, or its township enters what came on paper. */
    @Transactional
    Report report(UnitId id, ReportRequest request, Desk desk) {
        var village = desk.find(id, Tier.VILLAGE).orElseThrow(UNKNOWN);
        UNKNOWN.unless(desk.isOf(village.id()) || desk.isAt(Tier.TOWNSHIP));
        NOT_HEAD.unless(posts.find(request.post(), Tier.VILLAGE)
                .filter(Posts.Post::head)
                .isPresent());
        int year = desk.today().getYear();
        WRONG_YEAR.when(request.year() > year || request.year() < year - 1);

        return reports.find(reports.insert(id, request, desk), desk.scope()).orElseThrow();
    }
}
