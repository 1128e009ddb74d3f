package cn.dangjian.assessment.appraise.rectify;

import static cn.dangjian.assessment.appraise.rectify.RectifyRefusal.DUE_PAST;
import static cn.dangjian.assessment.appraise.rectify.RectifyRefusal.NOTHING_OPEN;
import static cn.dangjian.assessment.appraise.rectify.RectifyRefusal.UNIT_ENDED;

import cn.dangjian.assessment.appraise.campaign.Appraised;
import cn.dangjian.assessment.appraise.rectify.RectificationTable.Item;
import cn.dangjian.assessment.appraise.rectify.TellLists.ListedItem;
import cn.dangjian.platform.directory.desk.Desk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 下发整改清单: what a person publishes becomes tasks of the unit; task makes one for each item, in the owner's name. */
@Service
class PublishList {

    private final AddItem addItem;
    private final RectificationTable items;
    private final TellLists tellLists;

    PublishList(AddItem addItem, RectificationTable items, TellLists tellLists) {
        this.addItem = addItem;
        this.items = items;
        this.tellLists = tellLists;
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
        tellLists.tell(
                appraised,
                desk.caller().account().value(),
                open.stream().map(ListedItem::of).toList(),
                desk.subject());
        return appraised;
    }
}
