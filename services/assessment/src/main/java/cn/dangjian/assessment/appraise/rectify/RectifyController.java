package cn.dangjian.assessment.appraise.rectify;

import static cn.dangjian.assessment.appraise.rectify.RectifyRefusal.NOT_SHOWN;
import static cn.dangjian.assessment.appraise.rectify.RectifyRefusal.UNIT_UNKNOWN;

import cn.dangjian.assessment.appraise.campaign.Appraised;
import cn.dangjian.assessment.appraise.campaign.CampaignTable;
import cn.dangjian.assessment.appraise.campaign.Viewer;
import cn.dangjian.assessment.appraise.rectify.AddItem.ItemRequest;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What objects are to put right. */
@Tag(name = "rectifications 整改清单")
@RestController
class RectifyController {

    private final AddItem addItem;
    private final PublishList publishList;
    private final RectificationTable items;
    private final CampaignTable campaigns;

    RectifyController(AddItem addItem, PublishList publishList, RectificationTable items, CampaignTable campaigns) {
        this.addItem = addItem;
        this.publishList = publishList;
        this.items = items;
        this.campaigns = campaigns;
    }

    /** @param items all of them for the owner and those above; for the object itself the published ones */
    record RectificationsView(long id, long unit, String name, List<ItemView> items) {}

    @Operation(summary = "Write down what an object is to put right, by when; nobody is told yet (列入整改清单)")
    @Idempotent
    @PostMapping("/v1/appraised-units/{id}/rectifications")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RectificationsView> add(@PathVariable long id, @Valid @RequestBody ItemRequest request, Desk desk) {
        return Reply.created(view(addItem.add(id, request, desk), desk));
    }

    @Operation(summary = "Take an item back that was not published yet")
    @Idempotent
    @PostMapping("/v1/rectifications/{id}/withdrawal")
    ResponseEntity<RectificationsView> withdraw(@PathVariable long id, Desk desk) {
        return ResponseEntity.ok(view(addItem.withdraw(id, desk), desk));
    }

    @Operation(
            summary = "Publish the list of an object (下发整改清单)",
            description = "Each item becomes a task of the unit, in the name of the owner.")
    @Idempotent
    @PostMapping("/v1/appraised-units/{id}/rectification-list")
    ResponseEntity<RectificationsView> publish(@PathVariable long id, Desk desk) {
        return ResponseEntity.ok(view(publishList.publish(id, desk), desk));
    }

    @Operation(summary = "What an object is to put right, and where the task of each item stands")
    @GetMapping("/v1/appraised-units/{id}/rectifications")
    RectificationsView rectifications(@PathVariable long id, Desk desk) {
        return view(campaigns.findAppraised(id, desk.scope(), Viewer.of(desk)).orElseThrow(UNIT_UNKNOWN), desk);
    }

    private RectificationsView view(Appraised appraised, Desk desk) {
        boolean isSeen =
                desk.scope().contains(campaigns.get(appraised.campaign()).path());
        NOT_SHOWN.unless(isSeen || desk.isOf(appraised.unit()));
        var all = isSeen ? items.list(appraised.id()) : items.listPublished(appraised);
        return new RectificationsView(
                appraised.id(),
                appraised.unit().value(),
                appraised.unitName(),
                all.stream().map(ItemView::of).toList());
    }
}
