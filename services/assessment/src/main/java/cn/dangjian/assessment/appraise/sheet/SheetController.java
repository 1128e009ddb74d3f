package cn.dangjian.assessment.appraise.sheet;

import static cn.dangjian.assessment.appraise.sheet.SheetRefusal.NOT_COUNTED;
import static cn.dangjian.assessment.appraise.sheet.SheetRefusal.NOT_OWNER;
import static cn.dangjian.assessment.appraise.sheet.SheetRefusal.UNIT_UNKNOWN;
import static cn.dangjian.assessment.appraise.sheet.SheetRefusal.UNKNOWN;

import cn.dangjian.assessment.appraise.campaign.CampaignTable;
import cn.dangjian.assessment.appraise.campaign.Viewer;
import cn.dangjian.assessment.appraise.sheet.GiveSheet.SheetRequest;
import cn.dangjian.assessment.appraise.sheet.SheetTable.Named;
import cn.dangjian.assessment.appraise.sheet.SheetTable.Own;
import cn.dangjian.assessment.points.Points;
import cn.dangjian.platform.directory.desk.Desk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Sheets, for those who give them, and for the owner of the campaign. */
@Tag(name = "sheets 打分")
@RestController
class SheetController {

    private final GiveSheet giveSheet;
    private final SheetTable sheets;
    private final CampaignTable campaigns;

    SheetController(GiveSheet giveSheet, SheetTable sheets, CampaignTable campaigns) {
        this.giveSheet = giveSheet;
        this.sheets = sheets;
        this.campaigns = campaigns;
    }

    /**
     * Of whom the caller may give a sheet, and what he has given.
     *
     * @param id of the object, as in {@code /v1/appraised-units/<id>/sheet}
     * @param secret whether it comes from below: then nobody reads it any more, not even who has given it
     * @param postHeld whether he still holds the post for which he may
     * @param version how often he has given it; 0 for not yet
     */
    record BallotView(
            long id,
            long unit,
            String name,
            String role,
            boolean secret,
            boolean postHeld,
            int version,
            @Nullable Points points,
            @Nullable Map<String, Points> marks,
            @Nullable String comment) {

        static BallotView of(Own own) {
            boolean isSecret = own.voters().isSecret();
            var points = own.points();
            return new BallotView(
                    own.appraised(),
                    own.unit(),
                    own.name(),
                    own.role(),
                    isSecret,
                    own.held(),
                    own.version(),
                    isSecret || points == null ? null : new Points(points),
                    isSecret ? null : byCriterion(own.marks()),
                    own.comment());
        }
    }

    record BallotsView(long appraisal, List<BallotView> ballots) {}

    /**
     * A named sheet.
     *
     * @param postHeld whether the voter still holds the post from which he has given it; it counts all the same
     * @param onSite whether his people were there when the object was observed (现场观摩)
     */
    record SheetView(
            long account,
            long unit,
            String unitName,
            String role,
            boolean postHeld,
            boolean onSite,
            int version,
            Points points,
            @Nullable Map<String, Points> marks,
            @Nullable String comment,
            OffsetDateTime at) {

        static SheetView of(Named named) {
            return new SheetView(
                    named.account(),
                    named.unit(),
                    named.unitName(),
                    named.role(),
                    named.held(),
                    named.onSite(),
                    named.version(),
                    new Points(named.points()),
                    byCriterion(named.marks()),
                    named.comment(),
                    named.at().atOffset(ZoneOffset.UTC));
        }
    }

    record SheetsView(long id, long unit, String name, List<SheetView> sheets) {}

    @Operation(
            summary = "Give an object a sheet, or change one's own (实名打分)",
            description = "The same again changes nothing. From below it is counted, and nobody reads it.")
    @PutMapping("/v1/appraised-units/{id}/sheet")
    BallotView give(@PathVariable long id, @Valid @RequestBody SheetRequest request, Desk desk) {
        giveSheet.give(id, request, desk);
        return sheets.findOwn(id, Viewer.of(desk)).map(BallotView::of).orElseThrow(UNIT_UNKNOWN);
    }

    @Operation(summary = "Of whom the caller may give a sheet in a campaign, in the order of the tree")
    @GetMapping("/v1/appraisals/{id}/ballots")
    BallotsView ballots(@PathVariable long id, Desk desk) {
        var viewer = Viewer.of(desk);
        var campaign = campaigns.find(id, desk.scope(), viewer).orElseThrow(UNKNOWN);
        return new BallotsView(
                campaign.id(),
                sheets.listOwn(id, viewer).stream().map(BallotView::of).toList());
    }

    @Operation(
            summary = "The named sheets of an object, when the vote is closed; for the owner alone",
            description = "Sheets from below are never among them.")
    @GetMapping("/v1/appraised-units/{id}/sheets")
    SheetsView sheets(@PathVariable long id, Desk desk) {
        var appraised =
                campaigns.findAppraised(id, desk.scope(), Viewer.of(desk)).orElseThrow(UNIT_UNKNOWN);
        var campaign = campaigns.get(appraised.campaign());
        NOT_OWNER.unless(desk.isOf(campaign.unit()));
        NOT_COUNTED.unless(campaign.state().isCounted());
        return new SheetsView(
                id,
                appraised.unit().value(),
                appraised.unitName(),
                sheets.listNamed(id).stream().map(SheetView::of).toList());
    }

    private static @Nullable Map<String, Points> byCriterion(@Nullable String marks) {
        if (marks == null) return null;
        var points = new TreeMap<String, Points>();
        Criteria.read(marks).forEach((code, mark) -> points.put(code, new Points(mark)));
        return points;
    }
}
