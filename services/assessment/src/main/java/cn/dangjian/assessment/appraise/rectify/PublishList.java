package cn.dangjian.assessment.appraise.rectify;

import static cn.dangjian.assessment.appraise.rectify.RectifyRefusal.DUE_PAST;
import static cn.dangjian.assessment.appraise.rectify.RectifyRefusal.NOTHING_OPEN;
import static cn.dangjian.assessment.appraise.rectify.RectifyRefusal.UNIT_ENDED;

import cn.dangjian.assessment.appraise.campaign.Appraised;
import cn.dangjian.assessment.appraise.campaign.CampaignTable;
import cn.dangjian.assessment.appraise.rectify.RectificationTable.Item;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.events.Outbox;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 下发整改清单: what a person publishes becomes tasks of the unit; task makes one for each item, in the owner's name. */
@Service
class PublishList {

    private static final String TYPE = "assessment.rectification-listed.v1";

    private final AddItem addItem;
    private final CampaignTable campaigns;
    private final RectificationTable items;
    private final Outbox outbox;

    PublishList(AddItem addItem, CampaignTable campaigns, RectificationTable items, Outbox outbox) {
        this.addItem = addItem;
        this.campaigns = campaigns;
        this.items = items;
        this.outbox = outbox;
    }

    /** The data of {@code contracts/events/rectification-listed.v1}. */
    record RectificationListed(
            long appraisal, long owner, long account, long unit, int year, String title, List<ListedItem> items) {}

    record ListedItem(long item, String problem, String measure, LocalDate due) {

        static ListedItem of(Item item) {
            return new ListedItem(item.id(), item.problem(), item.measure(), item.dueOn());
        }
    }

    @Transactional
    Appraised publish(long appraisedId, Desk desk) {
        var appraised = addItem.owned(appraisedId, desk);
        // also one that has ended after its vote was opened: task addresses nobody there
        UNIT_ENDED.unless(appraised.isThere() && desk.find(appraised.unit()).isPresent());
        var open = items.listOpen(appraisedId);
        NOTHING_OPEN.when(open.isEmpty());
        for (var item : open) if (!item.dueOn().isAfter(desk.today())) throw DUE_PAST.with(item.problem());

        items.publish(open.stream().map(Item::id).toList(), desk);
        var campaign = campaigns.get(appraised.campaign());
        outbox.append(
                TYPE,
                "rectification-list:" + appraisedId,
                // a later list has later items
                open.getLast().id(),
                desk.subject(),
                new RectificationListed(
                        campaign.id(),
                        campaign.unit().value(),
                        desk.caller().account().value(),
                        appraised.unit().value(),
                        campaign.year(),
                        campaign.title(),
                        open.stream().map(ListedItem::of).toList()));
        return appraised;
    }
}
