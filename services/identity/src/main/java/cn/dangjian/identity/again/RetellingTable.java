package cn.dangjian.identity.again;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Table {@code retelling}: up to where all was told again. */
@Repository
@Unscoped("work of the platform; nobody sees the rows")
class RetellingTable {

    private final Rows rows;

    RetellingTable(Rows rows) {
        this.rows = rows;
    }

    /** From the first page on, also if it is under way. */
    void begin() {
        rows.sql("insert into retelling (id, page) values (1, 0) on duplicate key update page = 0")
                .update();
    }

    /** The page that is told next; nobody else goes on with it until the transaction ends. */
    Optional<Long> take() {
        return rows.unscoped("select page from retelling where id = 1 for update skip locked")
                .find(Long.class);
    }

    void advance() {
        rows.sql("update retelling set page = page + 1 where id = 1").update();
    }

    void done() {
        rows.sql("delete from retelling where id = 1").update();
    }
}
