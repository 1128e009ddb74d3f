package cn.dangjian.assessment.again;

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

    /** @param upto the greatest number that was told */
    record Retelling(String what, long upto) {}

    /** From the first one on, also if it is under way. */
    void begin(String what) {
        rows.sql("insert into retelling (what, upto) values (:what, 0) on duplicate key update upto = 0")
                .with("what", what)
                .update();
    }

    /** One that is under way; nobody else goes on with it until the transaction ends. */
    Optional<Retelling> take() {
        return rows.unscoped("select what, upto from retelling order by what limit 1 for update skip locked")
                .find(Retelling.class);
    }

    void advance(String what, long upto) {
        rows.sql("update retelling set upto = :upto where what = :what")
                .with("what", what)
                .with("upto", upto)
                .update();
    }

    void done(String what) {
        rows.sql("delete from retelling where what = :what").with("what", what).update();
    }
}
