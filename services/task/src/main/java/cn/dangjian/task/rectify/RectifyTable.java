package cn.dangjian.task.rectify;

import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.task.dispatch.DispatchId;
import org.springframework.stereotype.Repository;

/** Table {@code rectify_item}. */
@Repository
class RectifyTable {

    private final Rows rows;

    RectifyTable(Rows rows) {
        this.rows = rows;
    }

    /** Whether nobody else has begun with the item; until the transaction ends nobody else does. */
    boolean claim(long item) {
        return rows.sql("insert ignore into rectify_item (item) values (:item)")
                        .with("item", item)
                        .update()
                == 1;
    }

    void dispatched(long item, DispatchId dispatch) {
        rows.sql("update rectify_item set dispatch = :dispatch where item = :item")
                .with("item", item)
                .with("dispatch", dispatch)
                .updateOne("Item " + item);
    }
}
